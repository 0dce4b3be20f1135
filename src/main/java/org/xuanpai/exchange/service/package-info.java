/** Writes tables as workbooks and comma-separated text, and sends them once they are complete. */
@NullMarked
package org.xuanpai.exchange.service;

import org.jspecify.annotations.NullMarked;
