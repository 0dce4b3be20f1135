package org.xuanpai.architecture.broken.controller;

import org.xuanpai.architecture.broken.entity.Row;

/** Would put an entity into a page. */
abstract class TakesAnEntity {
    abstract void show(Row row);
}
