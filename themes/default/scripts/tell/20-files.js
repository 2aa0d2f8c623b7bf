// Photos without what the camera noted, and archives.
{
  const LONGEST_SIDE = 2000;

  const sized = (picture, most) => {
    const scale = Math.min(1, most / Math.max(picture.width, picture.height));
    return [picture.width, picture.height].map((side) => Math.max(1, Math.round(side * scale)));
  };

  // A photo as pixels alone: turned as the camera held it and by so many quarters, and small enough to send.
  tell.photo = async (file, quarters = 0) => {
    const picture = await createImageBitmap(file);
    const [width, height] = sized(picture, LONGEST_SIDE);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = quarters % 2 ? [height, width] : [width, height];
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.translate(canvas.width / 2, canvas.height / 2);
    pen.rotate((quarters * Math.PI) / 2);
    pen.drawImage(picture, -width / 2, -height / 2, width, height);
    picture.close();
    const blob = await new Promise((made) => { canvas.toBlob(made, 'image/jpeg', 0.85); });
    if (!blob) throw new Error('no picture');
    return blob;
  };

  // The photo as it will be sent, on a canvas: the strict policy loads no picture from memory.
  tell.draw = async (canvas, blob, most = 900) => {
    const picture = await createImageBitmap(blob);
    [canvas.width, canvas.height] = sized(picture, most);
    canvas.getContext('2d').drawImage(picture, 0, 0, canvas.width, canvas.height);
    picture.close();
  };

  const TABLE = Uint32Array.from({ length: 256 }, (_, at) => {
    let sum = at;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum >>> 0;
  });
  const checksum = (bytes) => {
    let sum = 0xffffffff;
    for (const byte of bytes) sum = TABLE[(sum ^ byte) & 255] ^ (sum >>> 8);
    return (sum ^ 0xffffffff) >>> 0;
  };

  // An archive that only stores, with names in UTF-8. Photos would not become smaller.
  tell.zip = async (files, now = new Date()) => {
    const time = (now.getHours() << 11) | (now.getMinutes() << 5) | (now.getSeconds() >> 1);
    const date = ((now.getFullYear() - 1980) << 9) | ((now.getMonth() + 1) << 5) | now.getDate();
    const [parts, list] = [[], []];
    let at = 0;
    const record = (size, write) => {
      const view = new DataView(new ArrayBuffer(size));
      write(view);
      return new Uint8Array(view.buffer);
    };
    for (const { name, blob } of files) {
      const title = new TextEncoder().encode(name);
      const bytes = new Uint8Array(await blob.arrayBuffer());
      // Version, flags, method, time, day, checksum, both sizes, length of the name: the same in both records.
      const common = (view, from) => {
        [20, 0x0800, 0, time, date].forEach((value, step) => view.setUint16(from + step * 2, value, true));
        [checksum(bytes), bytes.length, bytes.length].forEach((value, step) => view.setUint32(from + 10 + step * 4, value, true));
        view.setUint16(from + 22, title.length, true);
      };
      parts.push(record(30, (view) => { view.setUint32(0, 0x04034b50, true); common(view, 4); }), title, bytes);
      const from = at;
      list.push(record(46, (view) => {
        view.setUint32(0, 0x02014b50, true);
        view.setUint16(4, 20, true);
        common(view, 6);
        view.setUint32(42, from, true);
      }), title);
      at += 30 + title.length + bytes.length;
    }
    const size = list.reduce((sum, part) => sum + part.length, 0);
    const end = record(22, (view) => {
      view.setUint32(0, 0x06054b50, true);
      view.setUint16(8, files.length, true);
      view.setUint16(10, files.length, true);
      view.setUint32(12, size, true);
      view.setUint32(16, at, true);
    });
    return new Blob([...parts, ...list, end], { type: 'application/zip' });
  };
}
