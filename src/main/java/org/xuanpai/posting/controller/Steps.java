package org.xuanpai.posting.controller;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.xuanpai.posting.StepKind;

/** What the pages of steps have in common. */
final class Steps {

    private Steps() {}

    /** The step that an address names; a hand-written one that names none is no error. */
    static @Nullable StepKind named(@Nullable String word) {
        for (StepKind kind : StepKind.values()) {
            if (kind.name().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    /** A form that was not sent is empty on the page. */
    static void offer(Model model, String name, Supplier<Object> form) {
        if (!model.containsAttribute(name)) {
            model.addAttribute(name, form.get());
        }
    }
}
