package org.foramen.content.approval;

/**
 * A text of the content folder and what became of it.
 *
 * @param file its place in the folder, such as {@code general/en.md}
 */
public record TextApproval(String file, Approval approval) {}
