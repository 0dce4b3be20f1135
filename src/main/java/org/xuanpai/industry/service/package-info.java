/** Reads indicators and targets, proposes and confirms target sheets. */
@NullMarked
package org.xuanpai.industry.service;

import org.jspecify.annotations.NullMarked;
