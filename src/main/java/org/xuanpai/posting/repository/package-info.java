/** Where postings are kept. */
@NullMarked
package org.xuanpai.posting.repository;

import org.jspecify.annotations.NullMarked;
