package org.xuanpai.posting.service;

import java.time.LocalDate;

/** A notice on the board. */
public record NoticeRow(
        String county,
        String township,
        String name,
        String sex,
        LocalDate birthMonth,
        String education,
        String presentPost,
        String document,
        LocalDate published,
        LocalDate firstDay,
        LocalDate lastDay,
        int days,
        boolean provisional,
        String hotline,
        String address) {}
