/** Writing, reading and verifying the trail. */
@NullMarked
package org.xuanpai.audit.service;

import org.jspecify.annotations.NullMarked;
