using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Bidding;

/// <summary>Shows the files of bids to the virus scanner.</summary>
internal sealed class ScanAttachments(BidsContext db, IFileStore files, Clamd scanner, TimeProvider time, ILogger<ScanAttachments> log)
    : ScanFiles<Attachment>(db, files, scanner, time, log);
