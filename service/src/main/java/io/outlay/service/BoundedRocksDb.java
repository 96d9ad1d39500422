package io.outlay.service;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * One budget of native memory for all state stores of the process. By default each store of each partition has 50 MiB of block cache and
 * 48 MiB of write buffers of its own; a service of ours has up to a hundred such stores.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    /** For blocks, indexes, filters and write buffers together. */
    public static final long BUDGET_BYTES = 64L << 20;

    private static final long WRITE_BUFFERS_BYTES = 24L << 20;
    private static final long WRITE_BUFFER_BYTES = 1L << 20;
    private static final int WRITE_BUFFERS_PER_STORE = 2;
    private static final double SHARE_OF_INDEXES = 0.2;

    /** Shared on purpose: a store that closes leaves both to the others. */
    private static final class Shared {
        static final Cache CACHE = new LRUCache(BUDGET_BYTES, -1, false, SHARE_OF_INDEXES);
        static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFERS_BYTES, CACHE);
    }

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(Shared.CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferManager(Shared.WRITE_BUFFERS);
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS_PER_STORE);
    }

    /** What blocks, indexes, filters and write buffers take now; never much more than {@link #BUDGET_BYTES}. */
    static long usedBytes() {
        return Shared.CACHE.getUsage();
    }

    @Override
    public void close(String storeName, Options options) {}
}
