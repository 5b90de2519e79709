using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;
using Platform.ServiceDefaults.Files;

namespace Platform.Returns.Tests.Returns.Pages;

public sealed class AttachmentsTests(RunningService<ReturnsService> service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Post_AFile_IsListedCanBeDownloadedAndCompletesItsTask()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal("Optional", await TaskAsync(owed));
        var answer = await service.Editor.UploadAsync($"{owed.Address}/attachments", Files.Pdf(), "Invoice “1”.pdf");
        Assert.Equal(
            (HttpStatusCode.Redirect, $"{owed.Address}/attachments"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString)
        );

        var page = await service.Lead.GetPageAsync($"{owed.Address}/attachments");
        Assert.Equal("Invoice “1”.pdf (PDF, 1KB)", page.Text("td a[download]"));
        Assert.Equal("PDF, DOCX, XLSX, PNG or JPEG, smaller than 10MB. You can upload 19 more.", page.Text("#File-hint"));
        var file = await service.Lead.GetAsync(page.QuerySelector("td a[download]")!.GetAttribute("href")!);
        Assert.Equal(Files.Pdf(), await file.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Equal(
            ("attachment", "nosniff"),
            (file.Content.Headers.ContentDisposition!.DispositionType, file.Headers.GetValues("X-Content-Type-Options").Single())
        );
        Assert.Equal(owed.Address, await service.Editor.PostAndFollowAsync($"{owed.Address}/attachments", ("After", "next")));
        var check = await service.Editor.GetPageAsync($"{owed.Address}/check-answers");
        Assert.Contains("Invoice “1”.pdf (PDF, 1KB)", check.Texts(".govuk-summary-list__value"));
        Assert.NotNull(check.QuerySelector($"a[href='{owed.Address}/attachments?return=check']"));
        Assert.Equal("Completed", await TaskAsync(owed));
        Assert.Equal(Given.Editor, (await service.ReturnAsync(owed.Id)).LastSaved(ReturnSections.Attachments)!.By);
        Assert.Single(await service.LogOfAsync(owed.Id), r => r.Type == nameof(ReturnSaved));
    }

    [Fact]
    public async Task Post_NoOrTheWrongFile_SaysSoAtTheField()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Equal(["Select a file"], (await service.Editor.PostAndStayAsync($"{owed.Address}/attachments")).Errors());
        var page = await Visitor.PageOfAsync(await service.Editor.UploadAsync($"{owed.Address}/attachments", "MZ"u8.ToArray(), "a.pdf"));
        Assert.Equal("Error: The selected file must be a PDF, DOCX, XLSX, PNG or JPEG", page.Text("#File-error"));
        for (var i = 0; i < Attachment.Most; i++)
            await service.Editor.AttachAsync(owed, name: $"{i}.pdf");
        page = await Visitor.PageOfAsync(await service.Editor.UploadAsync($"{owed.Address}/attachments", Files.Pdf(), "a.pdf"));
        Assert.Equal(["You can only select up to 20 files"], page.Errors());
        Assert.Equal(20, await service.ReadAsync((ReturnsContext db) => db.Attachments.CountAsync(a => a.FormId == owed.Id, Cancellation)));
    }

    [Fact]
    public async Task Remove_AFile_TakesItOffAndItsContentIsDeletedADayLater()
    {
        var owed = await service.OpenReturnAsync();
        var (id, kept) = (await service.Editor.AttachAsync(owed), await service.Editor.AttachAsync(owed, name: "Kept.pdf"));
        var address = $"{owed.Address}/attachments/{id}";
        Assert.Equal("Are you sure you want to remove Invoice.pdf?", (await service.Editor.GetPageAsync($"{address}/remove")).Text("h1"));
        Assert.Equal($"{owed.Address}/attachments", await service.Editor.PostAndFollowAsync($"{address}/remove"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor.GetAsync(address)).StatusCode);
        // A second press leads back to the files.
        Assert.Equal($"{owed.Address}/attachments", await service.Editor.PostAndFollowAsync($"{address}/remove"));
        Assert.Equal(HttpStatusCode.Redirect, (await service.Editor.GetAsync($"{address}/remove")).StatusCode);
        Assert.Equal(0, await service.SweepAsync<DeleteUnusedFiles>());
        service.Clock.Now += TimeSpan.FromDays(1);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.Equal(
            [kept],
            await service.ReadAsync(
                (ReturnsContext db) =>
                    db.Set<FileContents>().Where(f => f.Id == id || f.Id == kept).Select(f => f.Id).ToListAsync(Cancellation)
            )
        );
    }

    [Fact]
    public async Task Submit_HandsTheFilesIn_AndTheOfficeReadsWhatWasSubmitted()
    {
        var owed = await service.OpenReturnAsync();
        var (first, page) = (await service.Editor.AttachAsync(owed, "First.pdf"), $"{owed.Address}/attachments");
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer.GetAsync(page)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer.GetAsync($"{page}/{first}")).StatusCode);
        await service.SubmitAsync(owed);
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await service.Editor.UploadAsync($"/api{owed.Address}/attachments", Files.Pdf(), "Late.pdf")).StatusCode
        );
        Assert.Equal(HttpStatusCode.OK, (await service.Officer.GetAsync($"{page}/{first}")).StatusCode);
        Assert.Equal(["First.pdf"], await SubmittedAsync(owed, 1));

        await service.SendBackAsync(owed, new SectionNote(ReturnSections.Attachments, "Which invoice?"));
        service.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.Equal("Sent back", await TaskAsync(owed));
        await service.Editor.PostAndFollowAsync($"{page}/{first}/remove");
        Assert.Equal("Completed", await TaskAsync(owed));
        await service.Editor.AttachAsync(owed, "Second.pdf");
        // However long the partnership takes, the office sees what was handed in, through both doors.
        service.Clock.Now += TimeSpan.FromDays(40);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.Equal(["First.pdf (PDF, 1KB)"], (await service.Officer.GetPageAsync(page)).Texts("td a[download]"));
        Assert.Equal(["First.pdf"], await ListedAsync(service.Officer, owed));
        Assert.Equal(["Second.pdf"], await ListedAsync(service.Editor, owed));
        await service.AnswerAsync(owed);
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        Assert.Equal(["Second.pdf"], await SubmittedAsync(owed, 2));
        Assert.Equal(["Second.pdf (PDF, 1KB)"], (await service.Officer.GetPageAsync(page)).Texts("td a[download]"));
        var changes = (await service.Officer.GetPageAsync($"{owed.Address}/submissions/2/changes")).Texts("tbody tr");
        Assert.Contains(
            changes,
            row => row.StartsWith("Attachments: Second.pdf", StringComparison.Ordinal) && row.EndsWith("Added", StringComparison.Ordinal)
        );
        Assert.Contains(
            changes,
            row => row.StartsWith("Attachments: First.pdf", StringComparison.Ordinal) && row.EndsWith("Removed", StringComparison.Ordinal)
        );
        // What was handed in stays, even if it was taken off later.
        service.Clock.Now += TimeSpan.FromDays(2);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.Equal(HttpStatusCode.OK, (await service.Officer.GetAsync($"{page}/{first}")).StatusCode);
    }

    [Fact]
    public async Task AnotherSectionSentBack_TheFilesThatWereHandedInAreHandedInAgain()
    {
        var owed = await service.OpenReturnAsync();
        await service.Editor.AttachAsync(owed, "Original.pdf");
        await service.SubmitAsync(owed);
        await service.SendBackAsync(owed, new SectionNote(ReturnSections.Rating, "Why?"));
        await service.AnswerAsync(owed);
        await service.Editor.PostAndFollowAsync($"{owed.Address}/check-answers?handler=HandOver");
        await service.CertifyAsync(owed);
        Assert.Equal(["Original.pdf"], await SubmittedAsync(owed, 2));
        foreach (var reader in (Visitor[])[service.Editor, service.Officer])
        {
            Assert.Equal(["Original.pdf"], await ListedAsync(reader, owed));
            Assert.Equal(["Original.pdf (PDF, 1KB)"], (await reader.GetPageAsync($"{owed.Address}/attachments")).Texts("td a[download]"));
        }
    }

    [Fact]
    public async Task Post_ASectionThatWasNotSentBack_IsRefused()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        await service.SendBackAsync(owed, new SectionNote(ReturnSections.Rating, "Why?"));
        var answer = await service.Editor.UploadAsync($"{owed.Address}/attachments", Files.Pdf(), "a.pdf");
        Assert.Equal(["Attachments was not sent back, and stays as it was submitted"], (await Visitor.PageOfAsync(answer)).Errors());
    }

    private async Task<string> TaskAsync(Return owed) =>
        (await service.Editor.GetPageAsync(owed.Address))
            .QuerySelectorAll(".govuk-task-list__item")
            .First(t => t.TextContent.Contains("Attachments", StringComparison.Ordinal))
            .QuerySelector(".govuk-task-list__status")!
            .TextContent.Trim();

    private static async Task<string[]> ListedAsync(Visitor reader, Return owed)
    {
        var answer = await reader.GetAsync($"/api{owed.Address}/attachments");
        return
        [
            .. JsonDocument
                .Parse(await answer.Content.ReadAsStringAsync(Cancellation))
                .RootElement.EnumerateArray()
                .Select(f => f.GetProperty("name").GetString()!),
        ];
    }

    private async Task<string[]> SubmittedAsync(Return owed, int number)
    {
        var answer = await service.Officer.GetAsync($"/api{owed.Address}/submissions/{number}");
        return
        [
            .. JsonDocument
                .Parse(await answer.Content.ReadAsStringAsync(Cancellation))
                .RootElement.GetProperty("files")
                .EnumerateArray()
                .Select(f => f.GetProperty("name").GetString()!),
        ];
    }
}

/// <summary>A service whose virus scanner is away.</summary>
public sealed class ReturnsWithoutItsScanner : RunningService<ReturnsService>
{
    protected override Dictionary<string, string?> Settings(string folder) => new() { ["Files:Clamd"] = "127.0.0.1:1" };
}

public sealed class UnscannedAttachmentsTests(ReturnsWithoutItsScanner service) : IClassFixture<ReturnsWithoutItsScanner>
{
    [Fact]
    public async Task AFile_ThatWasNotScanned_WaitsAndCannotBeOpened()
    {
        var owed = await service.OpenReturnAsync();
        var id = await service.Editor.AttachAsync(owed);
        Assert.Equal("Being checked for viruses", (await service.Editor.GetPageAsync($"{owed.Address}/attachments")).Text(".govuk-tag"));
        Assert.Equal(
            $"{owed.Address}/attachments",
            (await service.Editor.GetAsync($"{owed.Address}/attachments/{id}")).Headers.Location!.OriginalString
        );
        Assert.Equal(HttpStatusCode.Conflict, (await service.Editor.GetAsync($"/api{owed.Address}/attachments/{id}")).StatusCode);
        service.Clock.Now += TimeSpan.FromMinutes(2);
        Assert.Equal(1, await service.SweepOnceAsync<ScanAttachments>());
        Assert.Equal(0, await service.SweepOnceAsync<ScanAttachments>());
    }
}
