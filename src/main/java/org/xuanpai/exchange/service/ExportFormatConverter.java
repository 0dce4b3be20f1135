package org.xuanpai.exchange.service;

import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import org.xuanpai.exchange.ExportFormat;

/** Lets handlers take {@code format=xlsx} as an {@link ExportFormat}; any other word is a bad request. */
@Component
class ExportFormatConverter implements Converter<String, ExportFormat> {

    @Override
    public ExportFormat convert(String word) {
        return ExportFormat.parse(word)
                .orElseThrow(() -> new IllegalArgumentException("no export format of this name"));
    }
}
