package org.xuanpai.architecture.broken.entity;

import org.xuanpai.division.Divisions;

/** Looks facts up that its service should hand it. */
abstract class AsksAnotherFeature {
    abstract Divisions divisions();
}
