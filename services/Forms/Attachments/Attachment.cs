using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;
using Platform.ServiceDefaults.Persistence;

namespace Platform.Forms.Attachments;

/// <summary>What is known about viruses in a file.</summary>
public enum ScanState
{
    /// <summary>There was no scanner: it can be read.</summary>
    NotScanned,

    /// <summary>Being checked: nobody can read it yet.</summary>
    Waiting,

    /// <summary>No virus was found.</summary>
    Clean,

    /// <summary>A virus was found: the content is deleted.</summary>
    Infected,
}

/// <summary>
/// A file that belongs to a form, goes in with it and comes back with it. Its content is kept under its id in the
/// <see cref="IFileStore"/>.
/// </summary>
public sealed class Attachment : IOfPartnership, IOfForm
{
    /// <summary>How many files one form can have.</summary>
    public const int Most = 20;

    /// <summary>The largest size in bytes: 10MB.</summary>
    public const int Largest = 10 * 1024 * 1024;

    private Attachment() { }

    private Attachment(UploadedFile file, Form form, Person by, DateTimeOffset at)
    {
        Id = file.Id;
        FormId = form.Id;
        Partnership = form.Partnership;
        AddedBy = by;
        AddedAt = at;
        Name = FileName.Tidy(file.Name, file.Kind);
        Kind = file.Kind;
        ContentType = file.Kind.ContentType();
        Size = file.Size;
        Sha256 = file.Sha256;
        if (file.Scan)
            (Scan, ScanDueAt) = (ScanState.Waiting, at);
    }

    /// <summary>Also the content's.</summary>
    public Guid Id { get; private init; }

    /// <summary>The form that it is a file of.</summary>
    public Guid FormId { get; private init; }

    /// <summary>Whose it is.</summary>
    public Partnership Partnership { get; private init; } = null!;

    /// <summary>As the sender calls it, without folders, with an ending that says what it is.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What it is, told from its content.</summary>
    public FileKind Kind { get; private init; }

    /// <summary>Its media type.</summary>
    public string ContentType { get; private init; } = "";

    /// <summary>In bytes.</summary>
    public int Size { get; private init; }

    /// <summary>Of the content, in hex.</summary>
    public string Sha256 { get; private init; } = "";

    /// <summary>Who uploaded it.</summary>
    public Person AddedBy { get; private init; } = null!;

    /// <summary>When (UTC).</summary>
    public DateTimeOffset AddedAt { get; private init; }

    /// <summary>Whether it may have a virus.</summary>
    public ScanState Scan { get; private set; }

    /// <summary>What the scanner calls it; null where it found none.</summary>
    public string? VirusFound { get; private set; }

    /// <summary>When a file that waits for the scanner is next shown to it.</summary>
    public DateTimeOffset? ScanDueAt { get; private set; }

    /// <summary>When it was first handed in.</summary>
    public DateTimeOffset? HandedInAt { get; private set; }

    /// <summary>Who took it off; null while it is there.</summary>
    public Person? RemovedBy { get; private set; }

    /// <summary>When (UTC).</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>"PDF, 340KB".</summary>
    public string KindAndSize => $"{Kind.Word()}, {FileName.SizeOf(Size)}";

    /// <summary>Whether anybody may open it.</summary>
    public bool IsReadable => Scan is ScanState.NotScanned or ScanState.Clean;

    /// <summary>
    /// Whether it can be opened by somebody who sees the files of its form: what was ever handed in stays, also where it was removed
    /// afterwards.
    /// </summary>
    public bool IsSeenBy(Caller caller) => HandedInAt is not null || (caller.Partnership is not null && RemovedAt is null);

    /// <summary>A partner sees the files of its own forms; the office and the board see what was handed in.</summary>
    public static bool AreSeenBy(Caller caller, Form form) => caller.Partnership is not null || form.IsOpenToOffice;

    /// <summary>Whether there may be one more.</summary>
    /// <param name="mayChange">Whether the form's files may be changed now.</param>
    /// <param name="others">How many there are that are not removed and have no virus.</param>
    public static Result MayAdd(Result mayChange, int others) =>
        !mayChange.IsDone ? mayChange
        : others >= Most ? Uploads.Wrong($"You can only select up to {Most} files")
        : Result.Done;

    /// <summary>Adds a file to a form.</summary>
    /// <param name="file">What was uploaded.</param>
    /// <param name="form">What it belongs to.</param>
    /// <param name="mayChange">Whether the form's files may be changed now.</param>
    /// <param name="others">How many there are that are not removed and have no virus.</param>
    /// <param name="by">Who uploaded it.</param>
    /// <param name="at">When.</param>
    public static Result<Attachment> Add(UploadedFile file, Form form, Result mayChange, int others, Person by, DateTimeOffset at)
    {
        if (MayAdd(mayChange, others) is { IsDone: false } refused)
            return refused;
        form.Saved(Form.Attachments, by, at);
        return new Attachment(file, form, by, at);
    }

    /// <summary>Takes it off its form.</summary>
    /// <param name="form">What it belongs to.</param>
    /// <param name="mayChange">Whether the form's files may be changed now.</param>
    /// <param name="by">Who removes it.</param>
    /// <param name="at">When.</param>
    public Result Remove(Form form, Result mayChange, Person by, DateTimeOffset at)
    {
        if (RemovedAt is not null)
            return Result.NotFound;
        if (!mayChange.IsDone)
            return mayChange;
        TakeOff(by, at);
        form.Saved(Form.Attachments, by, at);
        return Result.Done;
    }

    /// <summary>Reads what the file is. The words are the Design System's.</summary>
    /// <param name="content">Null where no file was selected.</param>
    public static Result<FileKind> Check(byte[]? content)
    {
        if (content is null)
            return Uploads.Wrong("Select a file");
        if (content.Length == 0)
            return Uploads.Wrong("The selected file is empty");
        if (content.Length > Largest)
            return Uploads.Wrong("The selected file must be smaller than 10MB");
        var (kind, problem) = FileContent.Read(content);
        return kind is { } read ? read : Uploads.Wrong(problem!);
    }

    /// <summary>Hands it in: from now on its content is kept.</summary>
    public SubmittedFile HandIn(DateTimeOffset at)
    {
        HandedInAt ??= at;
        return new(Id, Name, Size, Sha256);
    }

    /// <summary>Records what the scanner said.</summary>
    /// <param name="virus">Null where it found none.</param>
    public void Scanned(string? virus)
    {
        Scan = virus is null ? ScanState.Clean : ScanState.Infected;
        VirusFound = virus;
        ScanDueAt = null;
    }

    /// <summary>The scanner gave no answer: the file waits, and others have their turn.</summary>
    public void ScanAgainAt(DateTimeOffset at) => ScanDueAt = at;

    /// <summary>Puts it back as it was when its form was last submitted: there, or removed.</summary>
    /// <param name="handedIn">The files that were handed in then.</param>
    /// <param name="at">When its form is restored.</param>
    public void Restore(IReadOnlyList<SubmittedFile> handedIn, DateTimeOffset at)
    {
        if (handedIn.Any(f => f.Id == Id))
            (RemovedBy, RemovedAt) = (null, null);
        else if (RemovedAt is null)
            TakeOff(Person.Platform, at);
    }

    // What was never handed in is going to be deleted: nobody needs to look for viruses in it.
    private void TakeOff(Person by, DateTimeOffset at)
    {
        RemovedBy = by;
        RemovedAt = at;
        ScanDueAt = HandedInAt is null ? null : ScanDueAt;
    }
}

/// <summary>A file that was handed in.</summary>
/// <param name="Id">The attachment's id.</param>
/// <param name="Name">Its name, as it was given.</param>
/// <param name="Bytes">Its size, in bytes.</param>
/// <param name="Sha256">The SHA-256 of its content, in hex.</param>
public sealed record SubmittedFile(Guid Id, string Name, long Bytes, string Sha256);
