/** The rules of the layout, checked over imported classes; each has a proof that it can fail. */
package dev.musubi.testkit.contracts.architecture;
