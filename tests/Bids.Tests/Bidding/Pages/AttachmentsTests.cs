using System.Net;
using Microsoft.EntityFrameworkCore;
using Platform.Contracts;
using Platform.ServiceDefaults.Files;

namespace Platform.Bids.Tests.Bidding.Pages;

public sealed class AttachmentsTests(RunningService<BidsService> service)
{
    [Fact]
    public async Task Post_AFile_IsListedAndCanBeDownloaded()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/attachments");
        Assert.Equal("PDF, DOCX, XLSX, PNG or JPEG, smaller than 10MB. You can upload 20.", page.Text("#File-hint"));
        Assert.Equal("Upload a file", page.Text("label[for='File']"));
        var answer = await service.Editor().UploadAsync($"/bids/{bid}/attachments", Samples.Pdf(), "Llythyr ŵ “1”.pdf");
        Assert.Equal((HttpStatusCode.Redirect, $"/bids/{bid}/attachments"), (answer.StatusCode, answer.Headers.Location?.OriginalString));

        Assert.Equal(new DoneBanner("The file is uploaded"), DoneBanner.Read(answer.Headers.GetValues(DoneBanner.Header).Single()));

        page = await service.Lead().GetPageAsync($"/bids/{bid}/attachments");
        Assert.Equal("Llythyr ŵ “1”.pdf (PDF, 1KB)", page.Text("td a[download]"));
        Assert.Equal("Remove Llythyr ŵ “1”.pdf", page.Text("td a[href$='/remove']"));
        Assert.StartsWith("Ed of MEL, ", page.Texts("td")[1]);

        var file = await service.Lead().GetAsync(page.QuerySelector("td a[download]")!.GetAttribute("href")!);
        Assert.Equal(Samples.Pdf(), await file.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(
            ("application/pdf", "attachment", "Llythyr ŵ “1”.pdf"),
            (
                file.Content.Headers.ContentType!.ToString(),
                file.Content.Headers.ContentDisposition!.DispositionType,
                file.Content.Headers.ContentDisposition.FileNameStar
            )
        );
        Assert.Equal(
            ("nosniff", "sandbox; default-src 'none'"),
            (file.Headers.GetValues("X-Content-Type-Options").Single(), file.Headers.GetValues("Content-Security-Policy").Single())
        );
    }

    [Fact]
    public async Task WithoutAScanner_ThePageSaysSo_AndHealthToo()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        await service.Editor().AttachAsync(bid);
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/attachments");
        Assert.Contains("Files are not checked for viruses here", page.Text(".govuk-warning-text"));
        Assert.Equal("Not checked for viruses", page.Text("td .govuk-tag"));
        var health = await service.AsNobody().GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
        Assert.Contains(
            "virus-scanner: Degraded Files are not checked for viruses: set Files:Clamd.",
            await health.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task Post_AFileThatDoesSomething_IsRefusedWithWhatToDo()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var pdf = Samples.Pdf("2 0 obj<</OpenAction<</S/J#61vaScript/JS(app.alert(1))>>>>endobj");
        var page = await Visitor.PageOfAsync(await service.Editor().UploadAsync($"/bids/{bid}/attachments", pdf));
        Assert.Equal(["The selected file has a script. Save a copy without it: printing to PDF leaves it out"], page.Errors());
    }

    [Fact]
    public async Task Post_Continue_UploadsWhatWasChosen_AndTheSectionsEndNamesIt()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var (address, end) = ($"/bids/{bid}/attachments", $"/bids/{bid}/sections/attachments");
        Assert.Equal(end, await service.Editor().PostAndFollowAsync(address, ("After", "next")));
        Assert.Equal("None", (await service.Editor().GetPageAsync(end)).Text(".govuk-summary-list__value"));

        var answer = await service.Editor().UploadAsync(address, Samples.Pdf(), "Letter.pdf", ("After", "next"));
        Assert.Equal(end, answer.Headers.Location!.OriginalString);
        var page = await service.Editor().GetPageAsync(end);
        Assert.Equal("Letter.pdf (PDF, 1KB)", page.Text(".govuk-summary-list__value"));
        Assert.Equal(address, page.QuerySelector(".govuk-summary-list__actions a")!.GetAttribute("href"));

        page = await Visitor.PageOfAsync(await service.Editor().UploadAsync(address, "MZ"u8.ToArray(), "a.exe", ("After", "next")));
        Assert.Equal(["The selected file must be a PDF, DOCX, XLSX, PNG or JPEG"], page.Errors());
    }

    [Fact]
    public async Task Post_PressedTwice_IsOneFile()
    {
        var address = $"/bids/{await service.DraftAsync(await service.RoundAsync())}/attachments";
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(_ => service.Editor().UploadAsync(address, Samples.Pdf(), "Letter.pdf"))
        );
        Assert.All(answers, a => Assert.Equal(address, a.Headers.Location?.OriginalString));
        await service.Editor().UploadAsync(address, Samples.Pdf(), "Copy.pdf");
        var page = await service.Editor().GetPageAsync(address);
        Assert.Equal(["Letter.pdf (PDF, 1KB)", "Copy.pdf (PDF, 1KB)"], page.Texts("td a[download]"));
    }

    [Fact]
    public async Task Post_ContinueFromCheckAnswers_LeadsBackThere()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        await service.Editor().AttachAsync(bid);
        var (address, check) = ($"/bids/{bid}/attachments?return=check", $"/bids/{bid}/check-answers");
        var page = await service.Editor().GetPageAsync(check);
        Assert.Contains(page.Texts(".govuk-summary-list__value"), v => v.EndsWith("(PDF, 1KB)", StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector($"a[href='{address}']"));
        page = await service.Editor().GetPageAsync(address);
        Assert.Equal(check, page.QuerySelector(".govuk-back-link")!.GetAttribute("href"));
        Assert.Equal(address, (await service.Editor().UploadAsync(address, Samples.Pdf())).Headers.Location!.OriginalString);
        Assert.Equal(
            check,
            (await service.Editor().UploadAsync(address, Samples.Pdf(), "b.pdf", ("After", "next"))).Headers.Location!.OriginalString
        );
    }

    [Fact]
    public async Task Post_NoOrTheWrongFile_SaysSoAtTheField()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        await ExpectAsync("Select a file", await service.Editor().PostAsync($"/bids/{bid}/attachments"));
        await ExpectAsync("The selected file is empty", await service.Editor().UploadAsync($"/bids/{bid}/attachments", []));
        await ExpectAsync(
            "The selected file must be a PDF, DOCX, XLSX, PNG or JPEG",
            await service.Editor().UploadAsync($"/bids/{bid}/attachments", "MZ"u8.ToArray())
        );
        await ExpectAsync(
            "The selected file is password protected",
            await service.Editor().UploadAsync($"/bids/{bid}/attachments", Samples.Pdf("/Encrypt 4 0 R"))
        );
        await ExpectAsync(
            "The selected file must be smaller than 10MB",
            await service.Editor().UploadAsync($"/bids/{bid}/attachments", Samples.PdfOf(29_000_000))
        );
        Assert.Equal(0, await CountAsync(bid));

        static async Task ExpectAsync(string message, HttpResponseMessage answer)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.False(answer.Headers.Contains(DoneBanner.Header));
            var page = await Visitor.PageOfAsync(answer);
            Assert.Equal([message], page.Errors());
            Assert.Equal("#File", page.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
            Assert.Equal("Error: " + message, page.Text("#File-error"));
            Assert.Contains("govuk-file-upload--error", page.QuerySelector("input[type=file]")!.ClassList);
        }
    }

    [Fact]
    public async Task Post_TenMegabytes_IsTaken()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var content = Samples.PdfOf(Attachment.Largest);
        var id = (await service.Editor().AttachAsync(bid, content)).Id();
        Assert.Equal(
            content,
            await (await service.Editor().GetAsync($"/bids/{bid}/attachments/{id}")).Content.ReadAsByteArrayAsync(
                TestContext.Current.CancellationToken
            )
        );
    }

    [Fact]
    public async Task Post_TwentyOneAtOnce_TwentyAreTaken()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        for (var file = 0; file < 16; file++)
            await service.Editor().AttachAsync(bid, name: $"{file}.pdf");
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(n => service.Editor().UploadAsync($"/bids/{bid}/attachments", Samples.Png(), $"{n}.png"))
        );
        Assert.Equal(
            (4, 4),
            (answers.Count(a => a.StatusCode == HttpStatusCode.Redirect), answers.Count(a => a.StatusCode == HttpStatusCode.OK))
        );
        Assert.Equal(
            ["You can only select up to 20 files"],
            (await Visitor.PageOfAsync(answers.First(a => a.StatusCode == HttpStatusCode.OK))).Errors()
        );
        Assert.Equal(20, await CountAsync(bid));
        var page = await service.Editor().GetPageAsync($"/bids/{bid}/attachments");
        Assert.Empty(page.QuerySelectorAll("input[type=file]"));
        Assert.StartsWith("The bid has 20 files", page.Text(".govuk-inset-text"));
    }

    [Fact]
    public async Task Post_AfterTheDeadline_SaysSoAndKeepsNothing()
    {
        var round = await service.RoundAsync();
        var bid = await service.DraftAsync(round);
        service.Clock.Now = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);
        var page = await Visitor.PageOfAsync(await service.Editor().UploadAsync($"/bids/{bid}/attachments", Samples.Pdf()));
        Assert.Equal($"Round {round} closed at 11:59:59pm on Friday 28 February 2025", page.Errors()[0]);
        Assert.NotNull(page.QuerySelector($".govuk-error-summary a[href='/rounds/{round}/extension'][target='_blank']"));
        Assert.Equal(0, await CountAsync(bid));
    }

    [Fact]
    public async Task Get_ByOthers_OnlyWhatWasHandedIn()
    {
        var round = await service.RoundAsync();
        var bid = await service.CompleteAsync(round);
        var address = $"/bids/{bid}/attachments/{(await service.Editor().AttachAsync(bid)).Id()}";
        var others = await service.DraftAsync(round, "RUT");
        foreach (var page in (string[])[address, $"/bids/{bid}/attachments"])
        {
            Assert.Equal(HttpStatusCode.NotFound, (await service.Lead("RUT").GetAsync(page)).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync(page)).StatusCode);
        }
        // Nor under the address of one's own bid.
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await service.Lead("RUT").GetAsync(address.Replace(bid, others, StringComparison.Ordinal))).StatusCode
        );
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        Assert.Equal(HttpStatusCode.OK, (await service.Officer().GetAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await service.Lead("RUT").GetAsync(address)).StatusCode);
        var list = await service.Officer().GetPageAsync($"/bids/{bid}/attachments");
        Assert.Single(list.QuerySelectorAll("td a[download]"));
        Assert.Empty(list.QuerySelectorAll("form[enctype], a[href$='/remove']"));
    }

    [Fact]
    public async Task Remove_AfterAsking_TakesItAway()
    {
        var bid = await service.DraftAsync(await service.RoundAsync());
        var id = (await service.Editor().AttachAsync(bid)).Id();
        var address = $"/bids/{bid}/attachments/{id}";
        Assert.Equal(
            "Are you sure you want to remove Letter of support.pdf?",
            (await service.Editor().GetPageAsync($"{address}/remove")).Text("h1")
        );
        Assert.Equal($"/bids/{bid}/attachments", await service.Lead().PostAndFollowAsync($"{address}/remove"));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Editor().GetAsync(address)).StatusCode);
        // A second press leads back to the files.
        Assert.Equal($"/bids/{bid}/attachments", await service.Editor().PostAndFollowAsync($"{address}/remove"));
        Assert.Contains("You do not have to.", (await service.Editor().GetPageAsync($"/bids/{bid}/attachments")).Text("main"));
        var row = await service.ReadAsync((BidsContext db) => db.Attachments.AsNoTracking().SingleAsync(a => a.Id == id));
        Assert.Equal(("Lee of MEL", Given.InTime), (row.RemovedBy!.Name, row.RemovedAt));
    }

    [Fact]
    public async Task SentBack_TheOfficeSeesWhatWasHandedIn_ThePartnershipWhatItHasChanged()
    {
        var bid = await service.CompleteAsync(await service.RoundAsync());
        var handedIn = await service.Editor().AttachAsync(bid, name: "Old.pdf");
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        var id = (await service.BidAsync(bid)).Id;
        var submission = await service.ReadAsync((BidsContext db) => db.Submissions.AsNoTracking().SingleAsync(s => s.FormId == id));
        Assert.Equal(
            new SubmittedFile(handedIn.Id(), "Old.pdf", Samples.Pdf().Length, handedIn.GetProperty("sha256").GetString()!),
            Assert.Single(submission.Read().Files)
        );
        service.Clock.Now = Given.InTime.AddDays(1);
        await service.ReadAsync(
            async (BidsContext db) =>
            {
                var sentBack = await db.Bids.SingleAsync(b => b.Id == id);
                Assert.True(
                    sentBack
                        .SendBack(
                            [new(BidSections.Attachments, "Give the new one")],
                            new(2025, 2, 20),
                            Given.Named("Olu Bello"),
                            service.Clock.Now
                        )
                        .IsDone
                );
                return await db.SaveChangesAsync();
            }
        );
        await service.Editor().PostAndFollowAsync($"/bids/{bid}/attachments/{handedIn.Id()}/remove");
        var changed = await service.Editor().AttachAsync(bid, name: "New.pdf");

        Assert.Equal(["New.pdf (PDF, 1KB)"], await NamesAsync(service.Lead()));
        Assert.Equal(["Old.pdf (PDF, 1KB)"], await NamesAsync(service.Officer()));
        Assert.Equal(HttpStatusCode.NotFound, (await service.Officer().GetAsync($"/bids/{bid}/attachments/{changed.Id()}")).StatusCode);
        service.Clock.Now = Given.InTime.AddDays(9);
        await service.SweepAsync<DeleteUnusedFiles>();
        Assert.Equal(HttpStatusCode.OK, (await service.Officer().GetAsync($"/bids/{bid}/attachments/{handedIn.Id()}")).StatusCode);
        await service.AnswerAsync(bid);
        await service.Lead().MustAsync(HttpStatusCode.NoContent, HttpMethod.Post, $"/api/bids/{bid}/submission", null);
        Assert.Equal(["New.pdf (PDF, 1KB)"], await NamesAsync(service.Officer()));

        async Task<IReadOnlyList<string>> NamesAsync(Visitor visitor) =>
            (await visitor.GetPageAsync($"/bids/{bid}/attachments")).Texts("td a[download]");
    }

    private async Task<int> CountAsync(string bid)
    {
        var id = (await service.BidAsync(bid)).Id;
        return await service.ReadAsync((BidsContext db) => db.Attachments.CountAsync(a => a.FormId == id));
    }
}
