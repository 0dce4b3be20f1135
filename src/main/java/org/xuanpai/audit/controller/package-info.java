/** The auditor's pages under {@code /trail}. */
@NullMarked
package org.xuanpai.audit.controller;

import org.jspecify.annotations.NullMarked;
