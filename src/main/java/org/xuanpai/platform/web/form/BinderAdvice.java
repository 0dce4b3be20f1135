package org.xuanpai.platform.web.form;

import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.InitBinder;

/**
 * A request cannot make lists grow: {@code rows[999999].name} is a bad request, not a list of a million. Nor can it say that a
 * field was on the page and is to be emptied: {@code _name} and {@code !name} would put nothing where a form holds a text.
 */
@ControllerAdvice
class BinderAdvice {

    private static final int LONGEST_LIST = 500;

    @InitBinder
    void bound(WebDataBinder binder) {
        binder.setAutoGrowNestedPaths(false);
        binder.setAutoGrowCollectionLimit(LONGEST_LIST);
        binder.setFieldMarkerPrefix(null);
        binder.setFieldDefaultPrefix(null);
    }
}
