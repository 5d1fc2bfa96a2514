// What the published schema is held to; read from the root of the repository: ./dev lint.
import graphql from "@graphql-eslint/eslint-plugin";

const { "flat/schema-recommended": recommended, "flat/schema-relay": relay } = graphql.configs;

export default [
  {
    files: ["schema.graphql"],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: "schema.graphql" } } },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    plugins: { "@graphql-eslint": graphql },
    rules: {
      ...recommended.rules,
      ...relay.rules,
      "@graphql-eslint/require-description": [
        "error",
        {
          types: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
          // The library prints directives without what it knows of their arguments.
          ignoredSelectors: ["DirectiveDefinition > InputValueDefinition"],
        },
      ],
      "@graphql-eslint/no-scalar-result-type-on-mutation": "error",
      "@graphql-eslint/require-nullable-result-in-root": "error",
      // Answers to invitations share their input, hence not its type.
      "@graphql-eslint/input-name": ["error", { checkInputType: false }],
      // What is a record implements Node, which has the id; all other types are values and have none.
      "@graphql-eslint/strict-id-in-types": "off",
      // Connections have `nodes` beside their edges, and what is always short is a plain list.
      "@graphql-eslint/relay-edge-types": ["error", { withEdgeSuffix: true, shouldImplementNode: true, listTypeCanWrapOnlyEdgeType: false }],
      // `search` goes type by type and knows no way back.
      "@graphql-eslint/relay-arguments": ["error", { includeBoth: false }],
      "no-restricted-syntax": [
        "error",
        {
          // A Slug is of our own making.
          selector: "ScalarTypeDefinition[name.value!=Slug]:not(:has(Directive[name.value=specifiedBy]))",
          message: "A scalar says where it is specified.",
        },
        {
          selector: "Directive[name.value=deprecated]:not(:has(StringValue[value=/ Removal not before \\d{4}-\\d\\d-\\d\\d\\.$/]))",
          message: 'A deprecation says what takes its place and ends with "Removal not before 2027-06-30."',
        },
      ],
    },
  },
];
