package org.xuanpai.architecture.broken.controller;

import java.util.List;

/** Would break when a request names a place in the list. */
class HoldsAFixedListForm {

    private List<String> names = List.of();

    List<String> names() {
        return names;
    }

    void setNames(List<String> names) {
        this.names = names;
    }
}
