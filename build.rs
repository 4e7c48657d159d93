//! Builds anew when an article or a locale file is added, which the macros that include them cannot see.

fn main() {
    println!("cargo:rerun-if-changed=knowledge");
    println!("cargo:rerun-if-changed=locales");
}
