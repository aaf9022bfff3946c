package org.foramen.intake.validation;

/**
 * One thing that is wrong with one field.
 *
 * @param field its name in JSON and in forms
 * @param problem names the sentence that says it, such as {@code name.missing}
 */
public record FieldProblem(String field, String problem) {}
