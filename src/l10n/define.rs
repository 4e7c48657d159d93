//! Makes an enum of messages from their list.

macro_rules! messages {
    (
        $(#[$about:meta])*
        $messages:ident:
        $($name:ident $({ $($field:ident: $type:ty),+ })? = $key:literal,)*
        $(; $others:ident of $inner:ident)?
    ) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, reason = "the names say it, and the locale files say it in words")]
        pub enum $messages<'a> {
            $($name $({ $($field: $type),+ })?,)*
            $($others($inner<'a>),)?
        }

        impl<'a> $messages<'a> {
            /// The key in the locale files.
            pub const fn key(&self) -> &'static str {
                match self {
                    $(Self::$name $({ $($field: _),+ })? => $key,)*
                    $(Self::$others(message) => $inner::key(message),)?
                }
            }

            /// The values in it, by the names that the locale files use.
            pub(super) fn arguments(&self) -> Vec<(&'static str, Argument<'a>)> {
                match *self {
                    $(Self::$name $({ $($field),+ })? => {
                        vec![$($((stringify!($field), Value::argument($field))),+)?]
                    })*
                    $(Self::$others(message) => $inner::arguments(&message),)?
                }
            }

            /// Each message once, with sample values.
            #[cfg(test)]
            pub(super) fn samples() -> Vec<Self> {
                let messages = vec![$(Self::$name $({ $($field: <$type as Value<'a>>::sample()),+ })?),*];
                messages.into_iter()$(.chain($inner::samples().into_iter().map(Self::$others)))?.collect()
            }
        }
    };
}

pub(super) use messages;
