// An old address leads on to the same place of the page: a page that only refreshes forgets what stands behind the #.
location.replace(document.querySelector('[rel=canonical]').href + location.hash);
