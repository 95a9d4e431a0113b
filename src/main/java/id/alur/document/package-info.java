/** Documents by reference: streamed, capped and hashed into the data folder; the engine holds only their ids. */
package id.alur.document;
