using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Files;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>A file that belongs to a return.</summary>
internal sealed class Attachment : StoredAttachment
{
    private Attachment() { }

    private Attachment(UploadedFile file, Return owed, Person by, DateTimeOffset at)
        : base(file, owed.Partnership, by, at) => ReturnId = owed.Id;

    public Guid ReturnId { get; private init; }

    /// <summary>A partner sees the files of its own returns; the office and the board see what was handed in.</summary>
    public static bool AreSeenBy(Caller caller, Return owed) => caller.Partnership is not null || owed.SubmittedAt is not null;

    /// <summary>Whether the return can have one more now, beside so many others that are not removed and have no virus.</summary>
    public static Result MayAdd(Return owed, int others, DateTimeOffset at) =>
        owed.MayChange(ReturnSections.Attachments, at) is { IsDone: false } refused ? refused : MayBeOneMore(others);

    public static Result<Attachment> Add(UploadedFile file, Return owed, int others, Person by, DateTimeOffset at)
    {
        if (MayAdd(owed, others, at) is { IsDone: false } refused)
            return refused;
        owed.Saved(ReturnSections.Attachments, by, at);
        return new Attachment(file, owed, by, at);
    }

    public Result Remove(Return owed, Person by, DateTimeOffset at)
    {
        if (RemovedAt is not null)
            return Result.NotFound;
        if (owed.MayChange(ReturnSections.Attachments, at) is { IsDone: false } refused)
            return refused;
        TakeOff(by, at);
        owed.Saved(ReturnSections.Attachments, by, at);
        return Result.Done;
    }
}
