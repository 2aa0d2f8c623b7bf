//! The project in other lights, as they are asked for: another day, other readers, with drafts.
//! Each is a site of its own, so there are only a few, whoever asks for how many.

use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use crate::site::Settings;
use crate::workspace::Snapshot;

/// A snapshot that is made when the first asks for it.
type Light = Arc<OnceLock<Arc<Snapshot>>>;

/// The lights of the moment that is now: those of earlier ones are forgotten.
#[derive(Default)]
pub(super) struct Lights {
    kept: Mutex<Kept>,
    /// Hears of every light that is made: it may show photos that no other does.
    listener: Mutex<Option<Sender<()>>>,
}

#[derive(Default)]
struct Kept {
    /// Of the moment.
    number: u64,
    /// What was asked for last stands last.
    lights: Vec<(Settings, Light)>,
    /// The site that guests see, where it is another one than the writer's: whatever the writer
    /// looks at, it stays.
    guests: Option<(Settings, Light)>,
}

/// Lights that are kept ready: a writer compares two or three.
const MAX_LIGHTS: usize = 6;
/// Addresses of all of them together, each of which takes about a kilobyte: of a large site, fewer
/// are kept, and one at least.
const MAX_ADDRESSES: usize = 60_000;

impl Lights {
    /// Tells of every light that is made from now on.
    pub(super) fn tell(&self, listener: Sender<()>) {
        *self.listener.lock().unwrap_or_else(PoisonError::into_inner) = Some(listener);
    }

    /// Another moment begins.
    pub(super) fn begin(&self, number: u64) {
        *self.kept() = Kept { number, ..Kept::default() };
    }

    /// The project of moment `number`, which is `plain`, under other settings.
    pub(super) fn under(
        &self,
        number: u64,
        plain: &Arc<Snapshot>,
        settings: &Settings,
    ) -> Arc<Snapshot> {
        let most = (MAX_ADDRESSES / plain.addresses().count().max(1)).clamp(1, MAX_LIGHTS);
        let light = self.kept().light(number, settings, most);
        self.made(&light, plain, settings)
    }

    /// The same for guests.
    pub(super) fn for_guests(
        &self,
        number: u64,
        plain: &Arc<Snapshot>,
        settings: &Settings,
    ) -> Arc<Snapshot> {
        let light = self.kept().guests(number, settings);
        self.made(&light, plain, settings)
    }

    /// Those of moment `number` that were made.
    pub(super) fn all(&self, number: u64) -> Vec<Arc<Snapshot>> {
        let kept = self.kept();
        let lights = kept.lights.iter().chain(&kept.guests).filter(|_| kept.number == number);
        lights.filter_map(|(_, light)| light.get().cloned()).collect()
    }

    fn made(&self, light: &Light, plain: &Arc<Snapshot>, settings: &Settings) -> Arc<Snapshot> {
        let mut is_new = false;
        let make = || {
            is_new = true;
            Arc::new(plain.under(settings.clone()))
        };
        let lit = light.get_or_init(make).clone();
        let listener = self.listener.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(listener) = listener.as_ref().filter(|_| is_new) {
            // Nobody listens once the following has ended.
            let _ = listener.send(());
        }
        lit
    }

    fn kept(&self) -> MutexGuard<'_, Kept> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Kept {
    fn light(&mut self, number: u64, settings: &Settings, most: usize) -> Light {
        // Who still looks at an earlier moment is the last who does.
        if number != self.number {
            return Light::default();
        }
        let known = self.lights.iter().position(|(known, _)| known == settings);
        let light = match known {
            Some(at) => self.lights.remove(at).1,
            None => Light::default(),
        };
        while self.lights.len() >= most {
            self.lights.remove(0);
        }
        self.lights.push((settings.clone(), light.clone()));
        light
    }

    fn guests(&mut self, number: u64, settings: &Settings) -> Light {
        if number != self.number {
            return Light::default();
        }
        match &self.guests {
            Some((known, light)) if known == settings => light.clone(),
            _ => {
                let light = Light::default();
                self.guests = Some((settings.clone(), light.clone()));
                light
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::Date;
    use crate::site::BuildAudience;
    use crate::workspace::Workspace;

    fn on(day: i8) -> Settings {
        Settings {
            today: Date::constant(2026, 11, day),
            drafts: false,
            audience: BuildAudience::Internal,
            base_url: None,
        }
    }

    #[test]
    fn there_are_a_few_however_many_are_asked_for() {
        let plain = Workspace::new(on(1)).apply(vec![]);
        let lights = Lights::default();
        lights.begin(1);
        let guests = lights.for_guests(1, &plain, &on(30));
        let second = lights.under(1, &plain, &on(2));
        for day in 3..=28 {
            lights.under(1, &plain, &on(day));
            assert!(
                Arc::ptr_eq(&second, &lights.under(1, &plain, &on(2))),
                "it is asked for often"
            );
        }
        assert_eq!(lights.all(1).len(), MAX_LIGHTS + 1);
        assert!(Arc::ptr_eq(&guests, &lights.for_guests(1, &plain, &on(30))));
    }

    #[test]
    fn a_moment_that_is_over_keeps_nothing() {
        let plain = Workspace::new(on(1)).apply(vec![]);
        let lights = Lights::default();
        lights.begin(1);
        lights.under(1, &plain, &on(2));
        lights.begin(2);
        lights.under(1, &plain, &on(2));
        lights.for_guests(1, &plain, &on(2));
        assert!(lights.all(1).is_empty() && lights.all(2).is_empty());
    }
}
