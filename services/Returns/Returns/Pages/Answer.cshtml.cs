using Platform.ServiceDefaults.Callers;

namespace Platform.Returns.Returns.Pages;

[May(nameof(Acts.WriteReturn))]
internal sealed class AnswerModel(ReturnsContext db, IForms<Return> forms, Caller caller, AnswerNote<Return> answer)
    : AnswerNotePage<Return>(forms, caller, answer)
{
    private IReadOnlyList<string> caution = [];

    public override IReadOnlyList<string> Caution => caution;

    protected override async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (!await base.LoadAsync(cancellationToken))
            return false;
        caution = await db.CautionAsync(Form, Section, Caller, cancellationToken);
        return true;
    }
}
