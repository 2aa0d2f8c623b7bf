//! Ways to reach a colleague that are those of an example: nobody answers there.

use crate::base::{Code, Diagnostic, Finding};
use crate::data::fields::shortened;
use crate::data::samples::{host, is_no_number, is_reserved, is_sample_number, is_usual};
use crate::document::Kind;
use crate::site::Site;

pub(crate) fn run(site: &Site, out: &mut Vec<Finding>) {
    // In a site of an invented company, all of them are invented.
    let address = site.config.base_url.as_deref();
    let is_real = address.is_some_and(|address| !is_reserved(&host(address)));
    for document in site.originals(Kind::Person).filter(|it| !it.is_example) {
        let contact = document.meta.person().and_then(|person| person.contact.as_ref());
        let Some(contact) = contact else { continue };
        let told = |message: String, hint: &str| {
            Diagnostic::new(Code::SampleValue, document.named("contact"), message).hint(hint)
        };
        if let Some(mail) = contact.mail.as_ref() {
            let host = host(&mail.0);
            if is_usual(&host) || is_real && is_reserved(&host) {
                out.push(told(
                    format!(
                        "“{}” is an address for examples, so no email arrives",
                        shortened(&mail.0)
                    ),
                    "Write the address at which this colleague reads email, or remove it",
                ));
            }
        }
        if let Some(phone) = contact.number()
            && (is_sample_number(phone) || is_real && is_no_number(phone))
        {
            out.push(told(
                format!("“{}” is a number for examples, so nobody answers", shortened(phone)),
                "Write the number at which this colleague answers, or remove it",
            ));
        }
    }
}
