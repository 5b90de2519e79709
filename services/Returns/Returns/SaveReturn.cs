using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>Saves the answers of one or several pages of a return.</summary>
internal sealed class SaveReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, int readVersion, PartAnswers answers, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            (owed, figures, programme) => owed.Save(answers, figures, programme, readVersion, caller.Person, caller.At),
            cancellationToken
        );

    /// <summary>Saves several parts of a return, or none of them. Each problem's field begins with the place of its part.</summary>
    /// <param name="id">The return.</param>
    /// <param name="readVersion">The version that was read: none of those parts may have changed since.</param>
    /// <param name="parts">From the return as it is, the parts to save, each with its place in the request.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <param name="isFile">Whether they are from a file that was made from that version.</param>
    public Task<Result> RunAsync(
        Guid id,
        int readVersion,
        Func<Return, IEnumerable<(string Place, PartAnswers Answers)>> parts,
        CancellationToken cancellationToken,
        bool isFile = false
    ) =>
        db.ChangeReturnAsync(
            id,
            (owed, figures, programme) => owed.Save([.. parts(owed)], figures, programme, readVersion, caller.Person, caller.At, isFile),
            cancellationToken
        );
}
