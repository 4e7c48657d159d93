//! Makes the enum of messages from their list.

macro_rules! messages {
    ($($name:ident $({ $($field:ident: $type:ty),+ })? = $key:literal,)*) => {
        /// Everything that the product can say. The words are in `locales/<language>/*.ftl` under the key.
        #[derive(Clone, Copy, Debug)]
        #[allow(missing_docs, reason = "the names say it, and the locale files say it in words")]
        pub enum Message<'a> {
            $($name $({ $($field: $type),+ })?,)*
        }

        impl<'a> Message<'a> {
            /// The key in the locale files.
            pub const fn key(&self) -> &'static str {
                match self {
                    $(Self::$name $({ $($field: _),+ })? => $key,)*
                }
            }

            /// The values in it, by the names that the locale files use.
            pub(super) fn arguments(&self) -> Vec<(&'static str, Argument<'a>)> {
                match *self {
                    $(Self::$name $({ $($field),+ })? => {
                        vec![$($((stringify!($field), Value::argument($field))),+)?]
                    })*
                }
            }

            /// Each message once, with sample values.
            #[cfg(test)]
            pub(super) fn samples() -> Vec<Self> {
                vec![$(Self::$name $({ $($field: <$type as Value<'a>>::sample()),+ })?),*]
            }
        }
    };
}

pub(super) use messages;
