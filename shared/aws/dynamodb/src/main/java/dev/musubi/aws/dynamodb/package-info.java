/**
 * The stores on DynamoDB; docs/data.md lists every item form and access pattern. No store scans a
 * table, and time to live is clean-up only: every read looks at the attribute as well.
 */
package dev.musubi.aws.dynamodb;
