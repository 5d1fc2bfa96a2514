//! The settings: name, default, meaning, and how the text becomes a value.

use super::{Config, parse};

/// One setting.
pub struct Setting {
    /// The key in the file; in capitals after `VERBUND_` the variable, with hyphens the flag.
    pub name: &'static str,
    /// As the operator would write it.
    pub default: &'static str,
    pub about: &'static str,
    /// Puts a written value in its place, or says what would be right instead.
    pub(super) put: fn(&mut Config, &str) -> Result<(), String>,
}

impl Setting {
    /// The environment variable, e.g. `VERBUND_LISTEN`.
    pub fn variable(&self) -> String {
        format!("VERBUND_{}", self.name.to_ascii_uppercase())
    }

    /// The flag without its two hyphens, e.g. `key-file`.
    pub fn flag(&self) -> String {
        self.name.replace('_', "-")
    }
}

/// Names the file of settings. Not a setting itself: a file cannot name another.
pub const FILE_VARIABLE: &str = "VERBUND_CONFIG";

/// All settings, in the order of the documentation.
pub const SETTINGS: &[Setting] = &[
    Setting {
        name: "database_url",
        default: "sqlite://verbund.db",
        about: "Database: `sqlite://FILE` or `postgres://USER:PASSWORD@HOST/NAME`",
        put: |config, text| parse::database(text).map(|value| config.database_url = value),
    },
    Setting {
        name: "listen",
        default: "127.0.0.1:8080",
        about: "Address and port of the server; port 0 takes a free one",
        put: |config, text| parse::address(text).map(|value| config.listen = value),
    },
    Setting {
        name: "metrics_listen",
        default: "127.0.0.1:9464",
        about: "Address and port of `/metrics`; empty: off",
        put: |config, text| {
            config.metrics_listen = if text.is_empty() {
                None
            } else {
                Some(parse::address(text)?)
            };
            Ok(())
        },
    },
    Setting {
        name: "public_url",
        default: "http://127.0.0.1:8080",
        about: "Where others reach the server. The issuer of tokens; their audience is it + `/graphql`",
        put: |config, text| parse::url(text).map(|value| config.public_url = value),
    },
    Setting {
        name: "graphiql",
        default: "on",
        about: "GraphiQL for browsers at `/graphql`: `on` or `off`",
        put: |config, text| parse::switch(text).map(|value| config.graphiql = value),
    },
    Setting {
        name: "key_file",
        default: "verbund-key.pem",
        about: "Key that signs tokens, Ed25519 in PKCS#8 PEM; made with mode 0600 if absent",
        put: |config, text| parse::path(text).map(|value| config.key_file = value),
    },
    Setting {
        name: "cors_origins",
        default: "",
        about: "Origins whose pages may call the API, separated by commas, e.g. `https://www.hagen.example`",
        put: |config, text| parse::origins(text).map(|value| config.cors_origins = value),
    },
    Setting {
        name: "trusted_proxies",
        default: "",
        about: "Proxies in front of the server, addresses or networks separated by commas, e.g. `127.0.0.1, 10.0.0.0/8`: their `X-Forwarded-For` tells who signs in",
        put: |config, text| parse::networks(text).map(|value| config.trusted_proxies = value),
    },
    Setting {
        name: "log",
        default: "info",
        about: "What is logged: a level, or levels by module, e.g. `info,verbund_api=debug`",
        put: |config, text| parse::filter(text).map(|value| config.log = value),
    },
    Setting {
        name: "log_format",
        default: "text",
        about: "`text` or `json`",
        put: |config, text| parse::log_format(text).map(|value| config.log_format = value),
    },
    Setting {
        name: "max_body_bytes",
        default: "131072",
        about: "Bytes of a request",
        put: |config, text| parse::size(text).map(|value| config.limits.body_bytes = value),
    },
    Setting {
        name: "max_tokens",
        default: "4000",
        about: "Lexical tokens of a document",
        put: |config, text| parse::size(text).map(|value| config.limits.tokens = value),
    },
    Setting {
        name: "max_nesting",
        default: "50",
        about: "Brackets open at once in a document",
        put: |config, text| parse::size(text).map(|value| config.limits.nesting = value),
    },
    Setting {
        name: "max_directives",
        default: "50",
        about: "Directives in a document",
        put: |config, text| parse::size(text).map(|value| config.limits.directives = value),
    },
    Setting {
        name: "max_fields",
        default: "5000",
        about: "Fields of a document after its fragments are expanded",
        put: |config, text| parse::number(text).map(|value| config.limits.fields = value),
    },
    Setting {
        name: "max_depth",
        default: "12",
        about: "Fields from the root to a leaf",
        put: |config, text| parse::number(text).map(|value| config.limits.depth = value),
    },
    Setting {
        name: "max_aliases",
        default: "30",
        about: "Aliases of a document",
        put: |config, text| parse::number(text).map(|value| config.limits.aliases = value),
    },
    Setting {
        name: "max_root_fields",
        default: "15",
        about: "Fields at the root of a query",
        put: |config, text| parse::size(text).map(|value| config.limits.root_fields = value),
    },
    Setting {
        name: "max_mutation_fields",
        default: "5",
        about: "Fields at the root of a mutation",
        put: |config, text| parse::size(text).map(|value| config.limits.mutation_root_fields = value),
    },
    Setting {
        name: "max_sign_ins",
        default: "1",
        about: "Attempts to sign in within one document",
        put: |config, text| parse::size(text).map(|value| config.limits.sign_ins = value),
    },
    Setting {
        name: "max_value_bytes",
        default: "1048576",
        about: "Bytes of all values of arguments, after fragments are expanded and variables put in",
        put: |config, text| parse::number(text).map(|value| config.limits.value_bytes = value),
    },
    Setting {
        name: "page_default",
        default: "20",
        about: "Objects on a page that does not say its size; at most `VERBUND_MAX_PAGE`",
        put: |config, text| parse::page(text).map(|value| config.limits.page_default = value),
    },
    Setting {
        name: "max_page",
        default: "100",
        about: "Objects on a page; 100 at most",
        put: |config, text| parse::page(text).map(|value| config.limits.page_max = value),
    },
    Setting {
        name: "max_cost",
        default: "10000",
        about: "Objects that a document can ask for: its lists multiplied by their page sizes",
        put: |config, text| parse::number(text).map(|value| config.limits.cost = value),
    },
    Setting {
        name: "max_introspection_fields",
        default: "600",
        about: "Fields below `__schema` and `__type`, which count by themselves",
        put: |config, text| parse::number(text).map(|value| config.limits.introspection_fields = value),
    },
    Setting {
        name: "max_introspection_depth",
        default: "24",
        about: "Fields from `__schema` or `__type` to a leaf",
        put: |config, text| parse::number(text).map(|value| config.limits.introspection_depth = value),
    },
    Setting {
        name: "query_seconds",
        default: "10",
        about: "How long a query may take",
        put: |config, text| parse::seconds(text).map(|value| config.limits.query_time = value),
    },
    Setting {
        name: "mutation_seconds",
        default: "15",
        about: "How long the answer to a mutation is waited for; the mutation runs to its end",
        put: |config, text| parse::seconds(text).map(|value| config.limits.mutation_time = value),
    },
];

/// The table as the README shows it.
pub fn markdown() -> String {
    let mut text = String::from("| variable | default | meaning |\n| --- | --- | --- |\n");
    text += &format!("| `{FILE_VARIABLE}` | | A TOML file with settings, e.g. `listen = \"127.0.0.1:8080\"` |\n");
    for setting in SETTINGS {
        let default = if setting.default.is_empty() {
            String::new()
        } else {
            format!("`{}` ", setting.default)
        };
        text += &format!("| `{}` | {default}| {} |\n", setting.variable(), setting.about);
    }
    text
}
