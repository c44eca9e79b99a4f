/**
 * The rules that the build holds the project to; each test class is one rule, its reason, and its
 * proof.
 */
package dev.musubi.local.rules;
