package org.xuanpai.architecture.broken.controller;

import org.xuanpai.architecture.broken.repository.Rows;

/** Knows how rows are stored. */
abstract class AsksTheRepository {
    abstract Rows rows();
}
