using Platform.ServiceDefaults.Files;

namespace Platform.Returns.Returns;

/// <summary>Shows the files of returns to the virus scanner.</summary>
internal sealed class ScanAttachments(ReturnsContext db, IFileStore files, Clamd scanner, TimeProvider time, ILogger<ScanAttachments> log)
    : ScanFiles<Attachment>(db, files, scanner, time, log);
