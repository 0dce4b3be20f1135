package org.xuanpai.progress.service;

import org.xuanpai.progress.ReportStatus;

/** The shape of a status on screen. */
final class StatusKinds {

    private StatusKinds() {}

    static String of(ReportStatus status) {
        return switch (status) {
            case DRAFT -> "open";
            case SUBMITTED -> "wait";
            case RETURNED -> "back";
            case APPROVED, LOCKED -> "done";
        };
    }
}
