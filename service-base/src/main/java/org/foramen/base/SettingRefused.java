package org.foramen.base;

/** A setting is missing or cannot be used, said in one sentence that names it; the intake does not start. */
public final class SettingRefused extends RuntimeException {

    public SettingRefused(String sentence) {
        super(sentence);
    }
}
