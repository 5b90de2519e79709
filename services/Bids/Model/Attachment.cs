using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Bids.Model;

/// <summary>What is known about viruses in a file.</summary>
internal enum ScanState
{
    /// <summary>There was no scanner: it can be read.</summary>
    NotScanned,

    /// <summary>Being checked: nobody can read it yet.</summary>
    Waiting,

    Clean,

    /// <summary>A virus was found: the content is deleted.</summary>
    Infected,
}

/// <summary>A file that belongs to a bid. The content is kept under its id in the <see cref="Files.IFileStore"/>.</summary>
internal sealed class Attachment : IOfPartnership, IOfBid
{
    public const int Most = 20;
    public const int Largest = 10 * 1024 * 1024;
    public const int LongestName = 200;

    private Attachment() { }

    public Guid Id { get; private init; }
    public Guid BidId { get; private init; }
    public Partnership Partnership { get; private init; } = null!;
    public string Name { get; private init; } = "";
    public FileKind Kind { get; private init; }
    public string ContentType { get; private init; } = "";
    public int Size { get; private init; }
    public string Sha256 { get; private init; } = "";
    public Person AddedBy { get; private init; } = null!;
    public DateTimeOffset AddedAt { get; private init; }
    public ScanState Scan { get; private set; }
    public string? VirusFound { get; private set; }

    /// <summary>When a file that waits for the scanner is next shown to it.</summary>
    public DateTimeOffset? ScanDueAt { get; private set; }

    /// <summary>When it was first submitted with its bid.</summary>
    public DateTimeOffset? HandedInAt { get; private set; }
    public Person? RemovedBy { get; private set; }
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>"PDF, 340KB".</summary>
    public string KindAndSize => Kind.Word() + ", " + (Size < 1024 * 1024 ? $"{Math.Max(1, (Size + 512) / 1024)}KB" : $"{Size / (1024m * 1024):0.#}MB");

    public bool IsReadable => Scan is ScanState.NotScanned or ScanState.Clean;

    /// <summary>A partner sees the files of its own bids; the office and the board see what was handed in.</summary>
    public static bool AreSeenBy(Caller caller, Bid bid) => caller.Partnership is not null || bid.SubmittedAt is not null;

    /// <summary>Whether it can be opened by somebody who sees the bid's files: what was ever handed in stays, also where it was removed after the bid was sent back.</summary>
    public bool IsSeenBy(Caller caller) => HandedInAt is not null || (caller.Partnership is not null && RemovedAt is null);

    /// <summary>Whether the bid can have one more now, beside so many others that are not removed and have no virus.</summary>
    public static Result MayAdd(Bid bid, BiddingWindow window, int others, DateTimeOffset at) => bid.MayChange(BidSections.Attachments, window, at) switch
    {
        { IsDone: false } refused => refused,
        _ when others >= Most => Wrong($"You can only select up to {Most} files"),
        _ => Result.Done,
    };

    /// <summary>Reads what the file is. The words are the Design System's.</summary>
    public static (FileKind Kind, Result Result) Check(byte[]? content)
    {
        if (content is null) return (default, Wrong("Select a file"));
        if (content.Length == 0) return (default, Wrong("The selected file is empty"));
        if (content.Length > Largest) return (default, Wrong("The selected file must be smaller than 10MB"));
        var (kind, problem) = FileContent.Read(content);
        return (kind ?? default, problem is null ? Result.Done : Wrong(problem));
    }

    public static (Attachment? Attachment, Result Result) Add(Guid id, Bid bid, BiddingWindow window, int others, string name, FileKind kind, byte[] content, bool scan, Person by, DateTimeOffset at)
    {
        if (MayAdd(bid, window, others, at) is { IsDone: false } refused) return (null, refused);
        bid.Saved(BidSections.Attachments, BidSections.Attachments, by, at);
        return (new()
        {
            Id = id,
            BidId = bid.Id,
            Partnership = bid.Partnership,
            Name = Tidy(name, kind),
            Kind = kind,
            ContentType = kind.ContentType(),
            Size = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            AddedBy = by,
            AddedAt = at,
            Scan = scan ? ScanState.Waiting : ScanState.NotScanned,
            ScanDueAt = scan ? at : null,
        }, Result.Done);
    }

    public Result Remove(Bid bid, BiddingWindow window, Person by, DateTimeOffset at)
    {
        if (RemovedAt is not null) return Result.NotFound;
        if (bid.MayChange(BidSections.Attachments, window, at) is { IsDone: false } refused) return refused;
        Remove(by, at);
        bid.Saved(BidSections.Attachments, BidSections.Attachments, by, at);
        return Result.Done;
    }

    /// <summary>Hands it in with its bid: from now on its content is kept.</summary>
    public SubmittedFile HandIn(DateTimeOffset at)
    {
        HandedInAt ??= at;
        return new(Id, Name, Size, Sha256);
    }

    /// <summary>A bid that was not resubmitted in time stands as it was: so do its files.</summary>
    public void Restore(Submission last, DateTimeOffset at)
    {
        if (last.Read().Files.Any(f => f.Id == Id)) (RemovedBy, RemovedAt) = (null, null);
        else if (RemovedAt is null) Remove(Person.Platform, at);
    }

    // What was never handed in is going to be deleted: nobody needs to look for viruses in it.
    private void Remove(Person by, DateTimeOffset at) => (RemovedBy, RemovedAt, ScanDueAt) = (by, at, HandedInAt is null ? null : ScanDueAt);

    /// <summary>Records what the scanner said.</summary>
    /// <param name="virus">Null where it found none.</param>
    public void Scanned(string? virus) => (Scan, VirusFound, ScanDueAt) = (virus is null ? ScanState.Clean : ScanState.Infected, virus, null);

    /// <summary>The scanner gave no answer: the file waits, and others have their turn.</summary>
    public void ScanAgainAt(DateTimeOffset at) => ScanDueAt = at;

    public static Result HasVirus => Wrong("The selected file contains a virus");

    private static Result Wrong(string why) => Result.Of([new("File", why)]);

    // No folders, no characters that hide or turn others, and an ending that says what the file is.
    private static string Tidy(string name, FileKind kind)
    {
        var last = name.Split('/', '\\')[^1];
        var seen = string.Concat(last.EnumerateRunes().Where(IsSeen)).Trim();
        var ending = kind.Endings().FirstOrDefault(e => seen.EndsWith(e, StringComparison.OrdinalIgnoreCase)) is { } given ? seen[^given.Length..] : kind.Endings()[0];
        var stem = seen.EndsWith(ending, StringComparison.Ordinal) ? seen[..^ending.Length] : seen;
        if (stem.Length > LongestName - ending.Length) stem = stem[..(LongestName - ending.Length)].TrimEnd();
        if (stem.Length > 0 && char.IsHighSurrogate(stem[^1])) stem = stem[..^1];
        return (stem.Length == 0 ? "file" : stem) + ending;
    }

    private static bool IsSeen(Rune rune) => Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
