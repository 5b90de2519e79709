using System.Net;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Platform.Contracts;
using Platform.Returns.Tests.Fixtures;

namespace Platform.Returns.Tests.Workbook;

public class FiguresTests(RunningService<ReturnsService> service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // Spending: C capital, D revenue, E the reason where no quarter follows. Row 2 is target hardening, row 3 the campaign.
    private static readonly (string, string, object)[] Filled =
    [
        ("Spending", "C2", 88_000.5m),
        ("Spending", "D2", 0),
        ("Spending", "C3", "0"),
        ("Spending", "D3", " £10,500.25 "),
        ("Outputs", "F2", 89),
        ("Outputs", "F3", " 14 "),
        ("Outputs", "F4", 500),
        ("Things bought", "B2", "target HARDENING"),
        ("Things bought", "C2", "Camera"),
        ("Things bought", "D2", 3000),
        ("Things bought", "E2", "=1+1"),
        ("Things bought", "F2", 2),
        ("Things bought", "G2", "High Street"),
    ];

    [Fact]
    public async Task Download_ANewReturn_IsAValidWorkbookOfFourSheetsAndMarkedTables()
    {
        var owed = await service.OpenReturnAsync();
        var answer = await service.Editor.GetAsync($"{owed.Address}/figures.xlsx");
        Assert.Equal(
            $"{owed.GrantReference.ToLowerInvariant()}-2024-25-q1-figures.xlsx",
            answer.Content.Headers.ContentDisposition!.FileNameStar
        );
        var workbook = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        using var document = SpreadsheetDocument.Open(new MemoryStream(workbook), false);
        Assert.Empty(new OpenXmlValidator().Validate(document, Cancellation).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}"));
        Assert.Equal(
            ["Read me first", "Spending", "Outputs", "Things bought"],
            document.WorkbookPart!.Workbook.Sheets!.Elements<Sheet>().Select(s => s.Name!.Value)
        );
        Assert.Equal(
            ["Outputs", "Spending", "Thingsbought"],
            document.WorkbookPart.WorksheetParts.SelectMany(p => p.TableDefinitionParts).Select(t => t.Table.Name!.Value).Order()
        );
        Assert.Empty(document.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet.Descendants<MergeCells>()));

        Assert.Equal([Given.Hardening.Id.ToString(), "Target hardening"], workbook.Sheet("Spending")[1]);
        Assert.Equal(
            [Given.Hardening.Id.ToString(), "Target hardening", "homes target hardened", "up to 130", "0"],
            workbook.Sheet("Outputs")[1]
        );
        Assert.Contains(workbook.Sheet("Read me first"), row => row is ["Return ID", var id] && id == owed.Id.ToString());
    }

    [Fact]
    public async Task Upload_AFilledInWorkbook_SavesAllOfItAndComesBackInTheNextDownload()
    {
        var owed = await service.OpenReturnAsync();
        var answer = await service.Editor.UploadAsync($"{owed.Address}/figures", (await service.Editor.DownloadAsync(owed)).With(Filled));
        Assert.Equal(
            (HttpStatusCode.Redirect, $"{owed.Address}?saved=figures"),
            (answer.StatusCode, answer.Headers.Location?.OriginalString)
        );
        Assert.Equal(
            "The figures of your spreadsheet are saved.",
            (await service.Editor.GetPageAsync($"{owed.Address}?saved=figures")).Text(".govuk-notification-banner--success p")
        );

        var saved = await service.ReturnAsync(owed.Id);
        var (hardening, campaign) = (saved.Line(Given.Hardening.Id)!, saved.Line(Given.Campaign.Id)!);
        Assert.Equal(
            (Money.FromPounds(88_000.5m), Money.Zero, Money.FromPounds(10_500.25m)),
            (hardening.Capital, hardening.Revenue, campaign.Revenue)
        );
        Assert.Equal([89, 14, 500], hardening.Achieved.Concat(campaign.Achieved).Select(a => a.Quantity));
        var asset = Assert.Single(hardening.Assets);
        Assert.Equal(
            ("Camera", "3000", "=1+1", 2, "High Street", true),
            (asset.Kind, asset.Model, asset.Description, asset.Quantity, asset.Place, hardening.AssetsSaid)
        );
        Assert.Single(await service.LogOfAsync(owed.Id), r => r.Type == nameof(ReturnSaved));

        var next = await service.Lead.DownloadAsync(owed);
        Assert.Equal("88000.5", next.Sheet("Spending")[1][2]);
        Assert.Equal("14", next.Sheet("Outputs")[2][5]);
        Assert.Equal(
            [asset.Id.ToString(), "Target hardening", "Camera", "3000", "=1+1", "2", "High Street"],
            next.Sheet("Things bought")[1]
        );

        // What was only downloaded is not vouched for: the lead may still certify.
        Assert.Equal(HttpStatusCode.Redirect, (await service.Lead.UploadAsync($"{owed.Address}/figures", next)).StatusCode);
        Assert.Equal(saved.Version, (await service.ReturnAsync(owed.Id)).Version);
        Assert.Equal(
            HttpStatusCode.Redirect,
            (
                await service.Lead.UploadAsync(
                    $"{owed.Address}/figures",
                    next.With(("Things bought", "A2", ""), ("Things bought", "F2", 3))
                )
            ).StatusCode
        );
        var changed = Assert.Single((await service.ReturnAsync(owed.Id)).Line(Given.Hardening.Id)!.Assets);
        Assert.Equal(3, changed.Quantity);
        Assert.NotEqual(asset.Id, changed.Id);
    }

    [Fact]
    public async Task Upload_BlankRows_AreLeftOut()
    {
        var owed = await service.OpenReturnAsync();
        await service.Editor.UploadAsync($"{owed.Address}/figures", (await service.Editor.DownloadAsync(owed)).With(("Outputs", "F4", 7)));
        var line = Assert.Single((await service.ReturnAsync(owed.Id)).Lines);
        Assert.Equal((Given.Campaign.Id, null, 7), (line.InterventionId, line.Capital, Assert.Single(line.Achieved).Quantity));
    }

    [Fact]
    public async Task Upload_ManyThingsWrong_NamesEachSheetAndCellAndSavesNothing()
    {
        var owed = await service.OpenReturnAsync();
        var workbook = (await service.Editor.DownloadAsync(owed)).With([
            .. Filled,
            ("Spending", "C2", "lots"),
            ("Spending", "D2", -5),
            ("Spending", "D3", 1.005m),
            ("Spending", "A3", "abc"),
            ("Outputs", "F2", 1.5m),
            ("Outputs", "C3", "cats"),
            ("Things bought", "F2", "none"),
            ("Things bought", "B3", "Zoo"),
            ("Things bought", "C3", "Lion"),
        ]);
        var page = await service.Editor.RefusedAsync(owed, workbook);
        string[] expected =
        [
            "Spending, cell A3: There is no intervention “abc” in this grant. Do not change the grey cells",
            "Spending, cell C2: Capital spend must be an amount of money, like 1,500 or 1,500.50",
            "Spending, cell D2: Revenue spend must be £0 or more",
            "Outputs, cell C3: Target hardening has no output “cats”. Do not change the grey cells",
            "Outputs, cell F2: Number of homes target hardened must be a whole number",
            "Things bought, cell F2: How many must be a whole number",
            "Things bought, cell B3: There is no intervention “Zoo” in this grant. Select one from the list",
        ];
        Assert.Equal(
            ["The selected file has 7 things to put right", .. expected.Order(StringComparer.Ordinal)],
            page.Errors().Take(1).Concat(page.Errors().Skip(1).Order(StringComparer.Ordinal))
        );
        Assert.All(page.QuerySelectorAll(".govuk-error-summary a"), a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!)));
        Assert.Equal(expected.Order(StringComparer.Ordinal), page.Texts("main .govuk-inset-text li").Order(StringComparer.Ordinal));
        Assert.Equal(owed.Version, (await service.ReturnAsync(owed.Id)).Version);
    }

    [Fact]
    public async Task Upload_WhatTheRulesRefuse_IsToldOfTheCellThatTheRuleMeans()
    {
        service.Clock.Now = Given.In(2024, 4, 8);
        var owed = (await service.GrantAsync(Given.Grant(new(2024, 4, 1), new(2024, 9, 30), service.Clock.Now)))[0];
        service.Clock.Now = Given.In(2024, 7, 2);
        // E and F: the forecast for the quarter that follows.
        var template = await service.Editor.DownloadAsync(owed);
        Assert.Equal(
            [
                "Capital forecast for Q2 2024/25 (£)",
                "Revenue forecast for Q2 2024/25 (£)",
                "Why the year will end above or below its grant",
            ],
            template.Sheet("Spending")[0][4..]
        );
        var page = await service.Editor.RefusedAsync(
            owed,
            template.With(
                ("Spending", "C2", 100),
                ("Spending", "F2", 5),
                ("Spending", "D3", 5),
                ("Outputs", "F2", 5),
                ("Things bought", "B2", "Target hardening"),
                ("Things bought", "F2", 20_000)
            )
        );
        Assert.Equal(
            [
                "The selected file has 2 things to put right",
                "Spending, cell E2: Enter the capital forecast for Q2 2024/25, or 0 if there will be none",
                "Things bought, cell F2: How many must be 10,000 or less",
            ],
            page.Errors()
        );

        page = await service.Editor.RefusedAsync(
            owed,
            template.With(
                ("Spending", "C2", 100),
                ("Spending", "E2", 5),
                ("Spending", "F2", 5),
                ("Spending", "D3", 5),
                ("Outputs", "F2", 5),
                ("Things bought", "B2", "Target hardening"),
                ("Things bought", "F2", 2)
            )
        );
        Assert.Equal(
            [
                "Spending, cell C3: Enter capital spend, or 0 if there was none",
                "Spending, cell D2: Enter revenue spend, or 0 if there was none",
                "Spending, cell E3: Enter the forecast for Q2 2024/25: Jul 2024 - Sep 2024, once",
                "Outputs, cell F3: Enter the number of residents trained, once",
                "Things bought, cell C2: Enter what kind of thing it is, in 200 characters or less",
                "Things bought, cell G2: Enter where it is, in 200 characters or less",
            ],
            page.Errors()
                .Skip(1)
                .OrderBy(e =>
                    e[0] == 'S' ? 0
                    : e[0] == 'O' ? 1
                    : 2
                )
                .ThenBy(e => e, StringComparer.Ordinal)
        );
        Assert.Empty((await service.ReturnAsync(owed.Id)).Lines);
    }

    public static TheoryData<string> NoFigures => ["formula", "error", "date", "custom date", "percentage"];

    [Theory]
    [MemberData(nameof(NoFigures))]
    public async Task Upload_ACellThatHoldsNoFigure_SaysWhatItHolds(string what)
    {
        var owed = await service.OpenReturnAsync();
        (Action<Cell> Make, string Words) = what switch
        {
            "formula" => (
                (Action<Cell>)(c => c.CellFormula = new("1+1")),
                "has a formula without a result. Open the file in your spreadsheet program, save it and upload it again, or enter the "
                    + "number itself"
            ),
            "error" => (
                c => (c.DataType, c.CellValue) = (CellValues.Error, new("#REF!")),
                "shows the error #REF!. Correct the formula, or enter the value itself"
            ),
            "percentage" => (
                c => (c.StyleIndex, c.CellValue) = (11, new(0.15m)),
                "is a percentage. Format the cell as a number, and enter it again"
            ),
            "date" => (
                c => (c.StyleIndex, c.CellValue) = (8, new(45_474)),
                "is a date. Format the cell as a number, or as text, and enter it again"
            ),
            _ => (
                c => (c.StyleIndex, c.CellValue) = (9, new(45_474)),
                "is a date. Format the cell as a number, or as text, and enter it again"
            ),
        };
        var workbook = (await service.Editor.DownloadAsync(owed)).Changed(book =>
        {
            var sheet = book.WorkbookStylesPart!.Stylesheet;
            sheet.NumberingFormats = new(
                new NumberingFormat { NumberFormatId = 170, FormatCode = "dd/mm/yyyy" },
                new NumberingFormat { NumberFormatId = 171, FormatCode = "[Red]\"days\" #,##0" }
            );
            sheet.CellFormats!.Append(
                new CellFormat { NumberFormatId = 14 },
                new CellFormat { NumberFormatId = 170 },
                new CellFormat { NumberFormatId = 171 },
                new CellFormat { NumberFormatId = 10 }
            );
        });
        Assert.Equal(
            [$"Spending, cell C2: Capital spend {Words}"],
            (await service.Editor.RefusedAsync(owed, workbook.With(("Spending", "C2", Make)))).Errors()
        );
        // A formula with its result, and a number in a currency's format, are figures.
        var taken = workbook.With(("Spending", "C2", (Action<Cell>)AsCalculated), ("Spending", "D2", 0), ("Spending", "E2", "All later"));
        Assert.Equal(HttpStatusCode.Redirect, (await service.Editor.UploadAsync($"{owed.Address}/figures", taken)).StatusCode);
        Assert.Equal(Money.FromPounds(0.3m), (await service.ReturnAsync(owed.Id)).Line(Given.Hardening.Id)!.Capital);

        static void AsCalculated(Cell cell)
        {
            cell.StyleIndex = 10;
            cell.CellFormula = new("0.1+0.2");
            cell.CellValue = new("0.30000000000000004");
        }
    }

    [Fact]
    public async Task Upload_WhatIsNoWorkbookOfThisReturn_SaysWhatItIs()
    {
        var owed = await service.OpenReturnAsync();
        var other = await service.OpenReturnAsync();
        var template = await service.Editor.DownloadAsync(owed);
        const string wrong = "The selected file must be an XLSX, saved from the spreadsheet that you downloaded here";
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[1000]];
        foreach (
            var (content, message) in new (byte[], string)[]
            {
                ([], "The selected file is empty"),
                (new byte[5 * 1024 * 1024 + 1], "The selected file must be smaller than 5MB"),
                ("Intervention,Capital"u8.ToArray(), wrong),
                ([.. template[..(template.Length / 2)]], wrong),
                (
                    template.Changed(b =>
                        b.AddNewPart<CustomXmlPart>("application/xml", "bomb").FeedData(new MemoryStream(new byte[31_000_000]))
                    ),
                    wrong
                ),
                (template.With(("Read me first", "C3", new string('a', 4_100_000))), wrong),
                (ole, "The selected file is in an older format (.xls). Save it as an Excel workbook (.xlsx) and upload that"),
                ([.. ole, .. System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")], "The selected file is password protected"),
                (
                    await service.Editor.DownloadAsync(other),
                    $"The selected file is for another return. Upload the spreadsheet of {owed.GrantReference} for {owed.Quarter.Label}"
                ),
                (
                    template.With(("Read me first", "B7", "")),
                    "The sheet “Read me first” does not say which return it is for. Use the spreadsheet that you downloaded here"
                ),
                (
                    template.Changed(b => Rename(b, "Outputs", "Results")),
                    "The sheet “Outputs” is missing. Use the spreadsheet that you downloaded here"
                ),
                (
                    template.With(("Spending", "C1", "Cash")),
                    "Spending, cell C1: The heading “Capital spend this quarter (£)” is missing. Use the spreadsheet that you downloaded "
                        + "here"
                ),
                (
                    template.With(("Spending", "D9", 5)),
                    "Spending, cell A9: This row is for no intervention. Type into the rows that were there when you downloaded it"
                ),
            }
        )
            Assert.Equal([message], (await service.Editor.RefusedAsync(owed, content)).Errors());
        Assert.Equal(["Select a file"], (await service.Editor.PostAndStayAsync($"{owed.Address}/figures")).Errors());
        Assert.Equal(owed.Version, (await service.ReturnAsync(owed.Id)).Version);

        static void Rename(WorkbookPart book, string from, string to) =>
            book.Workbook.Sheets!.Elements<Sheet>().Single(s => s.Name! == from).Name = to;
    }

    [Fact]
    public async Task Upload_AfterAColleaguesSaveOfTheSameFigures_IsRefused()
    {
        var owed = await service.OpenReturnAsync();
        var (first, second) = (await service.Editor.DownloadAsync(owed), await service.Lead.DownloadAsync(owed));
        Assert.Equal(HttpStatusCode.Redirect, (await service.Editor.UploadAsync($"{owed.Address}/figures", first.With(Filled))).StatusCode);
        string[] stale =
        [
            "The return was changed after this spreadsheet was downloaded. Download it again and put your figures into the new one",
        ];
        Assert.Equal(stale, (await service.Lead.RefusedAsync(owed, second.With(("Outputs", "F4", 7)))).Errors());
    }

    [Fact]
    public async Task Upload_OnesOwnFileAgain_IsTaken_AndBringsNoSecondCamera()
    {
        var owed = await service.OpenReturnAsync();
        var file = (await service.Editor.DownloadAsync(owed)).With(Filled);
        for (var time = 0; time < 2; time++)
            Assert.Equal(HttpStatusCode.Redirect, (await service.Editor.UploadAsync($"{owed.Address}/figures", file)).StatusCode);
        var first = await service.ReturnAsync(owed.Id);
        Assert.Single(await service.LogOfAsync(owed.Id), r => r.Type == nameof(ReturnSaved));

        // Corrected and sent once more.
        var corrected = file.With(("Outputs", "F4", 501), ("Things bought", "F2", 3));
        Assert.Equal(HttpStatusCode.Redirect, (await service.Editor.UploadAsync($"{owed.Address}/figures", corrected)).StatusCode);
        var saved = await service.ReturnAsync(owed.Id);
        Assert.Equal(501, Assert.Single(saved.Line(Given.Campaign.Id)!.Achieved).Quantity);
        Assert.Equal(3, Assert.Single(saved.Line(Given.Hardening.Id)!.Assets).Quantity);
        Assert.Equal(first.Line(Given.Hardening.Id)!.Capital, saved.Line(Given.Hardening.Id)!.Capital);

        // What was typed on a page since is not undone by it, not even one's own.
        await service.SaveAsync(owed, owed.PageOf(Given.Campaign, "outputs"), ("Achieved[0]", "600"));
        Assert.StartsWith(
            "The return was changed after this spreadsheet was downloaded",
            (await service.Editor.RefusedAsync(owed, corrected)).Errors()[0]
        );
    }

    [Fact]
    public async Task Upload_ARowOfTotals_IsComparedWithTheRowsAndIsNoRow()
    {
        var owed = await service.OpenReturnAsync();
        var file = (await service.Editor.DownloadAsync(owed)).With(Filled);
        var wrong = file.With(("Spending", "B4", "Total"), ("Spending", "C4", 88_000.5m), ("Spending", "D4", 10_500m));
        Assert.Equal(
            ["Spending, cell D4: The total is 10,500, but its rows come to 10,500.25. Correct one of them, or empty this cell"],
            (await service.Editor.RefusedAsync(owed, wrong)).Errors()
        );
        Assert.Empty((await service.ReturnAsync(owed.Id)).Lines);
        var right = file.With(
            ("Spending", "A4", "Totals:"),
            ("Spending", "C4", "£88,000.50"),
            ("Spending", "D4", 10_500.25m),
            ("Outputs", "C5", "Grand total"),
            ("Things bought", "B3", "TOTAL"),
            ("Things bought", "F3", 2)
        );
        Assert.Equal(HttpStatusCode.Redirect, (await service.Editor.UploadAsync($"{owed.Address}/figures", right)).StatusCode);
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Lines.Count);
    }

    [Theory]
    [InlineData("Total (£)")]
    [InlineData("Sub-total")]
    [InlineData("Total for the quarter")]
    [InlineData("Σ")]
    [InlineData("All projects")]
    [InlineData("")]
    public async Task Upload_ATotalByAnyName_IsNoRow(string name)
    {
        var owed = await service.OpenReturnAsync();
        var file = (await service.Editor.DownloadAsync(owed)).With(Filled);
        var total = file.With(("Spending", "B4", name), ("Spending", "C4", 88_000.5m), ("Spending", "D4", 10_500.25m));
        Assert.Equal(HttpStatusCode.Redirect, (await service.Editor.UploadAsync($"{owed.Address}/figures", total)).StatusCode);
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Lines.Count);
        var wrong = file.With(("Spending", "B4", name), ("Spending", "D4", 10_500m));
        Assert.Single((await service.Editor.RefusedAsync(owed, wrong)).Errors());
    }

    [Fact]
    public async Task Upload_SomethingBoughtForNobody_AsManyAsTheOthers_IsAskedAboutAndNotTakenForTheirTotal()
    {
        var owed = await service.OpenReturnAsync();
        var file = (await service.Editor.DownloadAsync(owed)).With(Filled);
        var more = file.With(("Things bought", "E3", "Poles"), ("Things bought", "F3", 2), ("Things bought", "G3", "High Street"));
        Assert.Equal(
            ["Things bought, cell B3: Select the intervention that it was bought for"],
            (await service.Editor.RefusedAsync(owed, more)).Errors()
        );
    }

    [Fact]
    public async Task Upload_NamesSortedWithoutTheirIds_IsAsked()
    {
        var owed = await service.OpenReturnAsync();
        var file = (await service.Editor.DownloadAsync(owed)).With(Filled);
        var (first, second) = (file.Sheet("Spending")[1], file.Sheet("Spending")[2]);
        var sorted = file.With(("Spending", "A2", second[0]), ("Spending", "A3", first[0]));
        Assert.Equal(
            [
                "The selected file has 2 things to put right",
                $"Spending, cell B2: By its ID this row is for {second[1]}, but by its name for {first[1]}. "
                    + "Put the grey cells back as you downloaded them",
                $"Spending, cell B3: By its ID this row is for {first[1]}, but by its name for {second[1]}. "
                    + "Put the grey cells back as you downloaded them",
            ],
            (await service.Editor.RefusedAsync(owed, sorted)).Errors()
        );
    }

    [Fact]
    public async Task Upload_AHeadingTwice_IsAsked_AndOneOnTwoLinesIsRead()
    {
        var owed = await service.OpenReturnAsync();
        var file = (await service.Editor.DownloadAsync(owed)).With(Filled);
        var heading = file.Sheet("Spending")[0][3];
        Assert.Equal(
            [$"Spending, cell T1: The heading “{heading}” is in two columns. Delete the one that you do not need"],
            (await service.Editor.RefusedAsync(owed, file.With(("Spending", "T1", heading), ("Spending", "T2", 9)))).Errors()
        );
        var wrapped = file.With(("Spending", "D1", heading.Replace(" ", "\n", StringComparison.Ordinal)));
        Assert.Equal(HttpStatusCode.Redirect, (await service.Editor.UploadAsync($"{owed.Address}/figures", wrapped)).StatusCode);
    }

    [Fact]
    public async Task Upload_ASectionThatWasNotSentBack_IsRefusedAndTheOtherIsTaken()
    {
        var owed = await service.OpenReturnAsync();
        await service.SubmitAsync(owed);
        Assert.Equal(
            ["This return has been submitted and can no longer be changed"],
            (await service.Editor.RefusedAsync(owed, (await service.Editor.DownloadAsync(owed)).With(("Outputs", "F4", 7)))).Errors()
        );
        await service.SendBackAsync(owed, new SectionNote(Given.Campaign.Id.ToString(), "How many posters?"));
        var template = await service.Editor.DownloadAsync(owed);
        Assert.Equal(
            ["Target hardening was not sent back, and stays as it was submitted"],
            (await service.Editor.RefusedAsync(owed, template.With(("Outputs", "F2", 7), ("Outputs", "F4", 7)))).Errors()
        );
        Assert.Equal(
            HttpStatusCode.Redirect,
            (await service.Editor.UploadAsync($"{owed.Address}/figures", template.With(("Outputs", "F4", 7)))).StatusCode
        );
        Assert.Equal([7], (await service.ReturnAsync(owed.Id)).Line(Given.Campaign.Id)!.Achieved.Select(a => a.Quantity));
    }

    [Fact]
    public async Task Api_GivesAndTakesTheSameWorkbook()
    {
        var owed = await service.OpenReturnAsync();
        var api = $"/api{owed.Address}/figures";
        var answer = await service.Editor.GetAsync(api + ".xlsx");
        Assert.Equal($"\"{owed.Version}\"", answer.Headers.ETag!.Tag);
        var template = await answer.Content.ReadAsByteArrayAsync(Cancellation);
        var wrong = await service.Editor.SendAsync(
            HttpMethod.Put,
            api,
            new ByteArrayContent(template.With(("Spending", "C2", "lots"))),
            null
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("cell C2: Capital spend must be an amount of money", await wrong.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await service.Editor.SendAsync(HttpMethod.Put, api, new ByteArrayContent(template.With(Filled)), null)).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.PreconditionFailed,
            (await service.Lead.SendAsync(HttpMethod.Put, api, new ByteArrayContent(template.With(("Outputs", "F4", 7))), null)).StatusCode
        );
        Assert.Equal(2, (await service.ReturnAsync(owed.Id)).Lines.Count);
    }

    [Fact]
    public async Task Get_ThePage_SaysFormatAndSizeAndIsNotForAReturnThatIsIn()
    {
        var owed = await service.OpenReturnAsync();
        Assert.Matches(
            @"^Download the figures of this return \(XLSX, \d+KB\)$",
            (await service.Editor.GetPageAsync($"{owed.Address}/figures")).Text("a[download]")
        );
        Assert.Contains("uploaded as a spreadsheet", (await service.Editor.GetPageAsync(owed.Address)).Texts("main a"));
        await service.SubmitAsync(owed);
        Assert.Equal(owed.Address, (await service.Editor.GetAsync($"{owed.Address}/figures")).Headers.Location!.OriginalString);
    }
}
