using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>An officer asks for changes.</summary>
internal sealed class SendBackReturn(ReturnsContext db, Caller caller)
{
    /// <param name="id">The return.</param>
    /// <param name="notes">What is to be changed.</param>
    /// <param name="backBy">The day to be back by; null for the programme's usual one.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<Result> RunAsync(Guid id, IReadOnlyList<SectionNote> notes, DateOnly? backBy, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(
            id,
            async owed =>
            {
                var usual = (await db.ProgrammeAsync(owed, cancellationToken)).BackBy(London.DateOf(caller.At));
                return owed.SendBack(notes, backBy ?? usual, caller.Person, caller.At);
            },
            cancellationToken
        );
}
