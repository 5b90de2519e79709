using Platform.Contracts;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Operations;

namespace Platform.Returns.Returns;

/// <summary>An officer asks for changes.</summary>
internal sealed class SendBackReturn(ReturnsContext db, Caller caller)
{
    public Task<Result> RunAsync(Guid id, IReadOnlyList<SectionNote> notes, CancellationToken cancellationToken) =>
        db.ChangeReturnAsync(id, owed => owed.SendBack(notes, caller.Person, caller.At), cancellationToken);
}
