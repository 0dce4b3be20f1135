/** Use cases of postings: the steps, the notice, the term, and what pages read. */
@NullMarked
package org.xuanpai.posting.service;

import org.jspecify.annotations.NullMarked;
