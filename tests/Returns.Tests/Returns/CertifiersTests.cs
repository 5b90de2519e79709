using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Returns;

/// <summary>A lead is told, before saving, that somebody else must then certify, which parts are meant, and who can.</summary>
public class CertifiersTests(RunningService<ReturnsService> service)
{
    private static readonly Partnership Blaby = Partnership.Get("BLA");

    [Fact]
    public async Task LeadOpensAPageOfAReadyReturn_IsToldBeforeSaving_WhoElseCanCertify()
    {
        var (owed, lead) = await ReadyAsync();
        Assert.StartsWith(
            "WarningYou can certify this return now. If you save anything in Outcomes and risks, you will have entered part of "
                + "it and can no longer certify it. Nobody else at Blaby can certify it",
            (await lead.GetPageAsync($"{owed.Address}/outcomes")).Text(".govuk-warning-text__text")
        );
        var other = Guid.NewGuid();
        await service.DeliverAsync(Contact(other, "Lena Wolfe", Roles.PartnerLead));
        await service.DeliverAsync(Contact(Guid.NewGuid(), "Ed Itor", Roles.PartnerEditor));
        Assert.EndsWith(
            "and can no longer certify it. Lena Wolfe must then certify it.",
            (await lead.GetPageAsync($"{owed.Address}/attachments")).Texts(".govuk-warning-text__text")[0]
        );

        await service.DeliverAsync(Contact(other, "Lena Wolfe", Roles.PartnerLead, active: false, version: 2));
        Assert.Contains(
            "Nobody else at Blaby can certify it",
            (await lead.GetPageAsync(owed.PageOf(Given.Hardening, "spending"))).Text(".govuk-warning-text__text")
        );
    }

    [Fact]
    public async Task LeadWhoHasEnteredAPart_ReadsWhichParts()
    {
        var (owed, lead) = await ReadyAsync();
        var read = await service.ReturnAsync(owed.Id);
        await lead.PostAndFollowAsync($"{owed.Address}/outcomes", read.Answers(("Outcomes", "Fewer burglaries still"), ("Risks", "")));
        Assert.StartsWith(
            "WarningYou have entered part of this return (Outcomes and risks), so you cannot certify it.",
            (await lead.GetPageAsync($"{owed.Address}/rating")).Text(".govuk-warning-text__text")
        );
        await lead.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        Assert.Contains(
            (await lead.GetPageAsync($"{owed.Address}/check-answers")).Texts(".govuk-inset-text"),
            words => words.Contains("You entered: Outcomes and risks.", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Editor_IsToldNothing()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Empty((await service.Editor.GetPageAsync($"{owed.Address}/outcomes")).QuerySelectorAll(".govuk-warning-text"));
    }

    private async Task<(Return Owed, Visitor Lead)> ReadyAsync()
    {
        var owed = await service.OpenReturnAsync(Blaby);
        var editor = service.As(new(Guid.NewGuid(), "Edda"), Blaby, Roles.PartnerEditor);
        await service.FillInAsync(owed, editor);
        await editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        return (owed, service.As(new(Guid.NewGuid(), "Lee"), Blaby, Roles.PartnerLead));
    }

    private static ContactChanged Contact(Guid id, string name, string role, bool active = true, int version = 1) =>
        new(id, version, Given.In(2024, 4, 1), Given.Officer, new(name, $"{id:N}@example.org", Blaby, [role], active));
}
