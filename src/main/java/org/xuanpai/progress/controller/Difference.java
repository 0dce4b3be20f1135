package org.xuanpai.progress.controller;

/**
 * A field where what somebody typed and what is stored meanwhile are not the same.
 *
 * @param parameter the field's name in the form
 * @param labelKey message key of the field's name; empty when {@code name} says it
 * @param name an indicator's name; empty when {@code labelKey} says it
 * @param prefersMine which side is chosen before the reader chooses
 */
record Difference(String parameter, String labelKey, String name, String mine, String theirs, boolean prefersMine) {

    /** An empty field was most often left alone, not emptied: two people write two parts of one report. */
    static Difference of(String parameter, String labelKey, String name, String mine, String theirs) {
        return new Difference(parameter, labelKey, name, mine, theirs, !mine.isBlank());
    }

    /** The same with what is stored chosen first, for what its owner has confirmed. */
    Difference preferringTheirs() {
        return new Difference(parameter, labelKey, name, mine, theirs, false);
    }
}
