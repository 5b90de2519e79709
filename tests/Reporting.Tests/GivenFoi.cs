using Platform.Contracts;

namespace Platform.Reporting.Tests;

/// <summary>The requests of seeds 000 and 002, and the three projects that 000 asks about.</summary>
internal static class GivenFoi
{
    public const string Anpr = "Automatic Number Plate Recognition (ANPR) camera";
    public const string Cctv = "CCTV camera";
    public const string PublicInterest =
        "Where and how ANPR works helps those who would avoid it; that cameras are used, and how many, is given.";

    public static readonly Letterhead Office = new(
        "Office of the Police and Crime Commissioner for Leicestershire",
        "Police Headquarters, St John's, Enderby, Leicester LE19 2BX",
        "0116 229 8980",
        "",
        "",
        "Freedom of Information Officer",
        "the Executive Director/Deputy Chief Executive",
        " within Leicestershire Police"
    );

    /// <summary>Seed 000: received on 4 February 2021.</summary>
    public static NewFoiRequest Seed000 =>
        new()
        {
            Subject = "Safer Streets Fund: areas and CCTV",
            OtherReference = "1680/21",
            Name = "Robin Ashby",
            Contact = "robin.ashby@example.org",
            ReceivedOn = new(2021, 2, 4),
            Background =
                "The request concerns the investment made by the Home Office into your district under the Safer Streets Fund, announced "
                + "in July 2020.",
            Questions = NewFoiRequest.Split(
                """
                1. All the LSOAs (lower super output areas) under your jurisdiction that the intervention area covers
                2. The specification for CCTV that will be installed in these areas including:
                i) the model of camera
                ii) a description of the camera
                iii) the number of cameras that will be installed
                If no CCTV cameras are planned, please make this clear.
                """
            ),
        };

    /// <summary>Seed 002's questions.</summary>
    public static NewFoiRequest Seed002 =>
        new()
        {
            Subject = "CCTV and ANPR cameras",
            Name = "Jo Marsh",
            Contact = "jo.marsh@example.org",
            ReceivedOn = new(2021, 5, 10),
            Questions = NewFoiRequest.Split(
                """
                1) The current total number of council owned public space CCTV and ANPR cameras in your district
                2) The names of the streets covered by both CCTV and ANPR cameras (i.e. camera locations and where possible what view they have)
                3) How many days a year CCTV and ANPR cameras are actively monitored
                4) How many hours a day CCTV and ANPR cameras are actively monitored and at what specific times
                5) How many days/hours a year these CCTV and ANPR cameras are recording footage for
                """
            ),
        };

    public static FoiProject[] Projects =>
        [
            City("Westcotes (City)", ["Leicester 023A", "Leicester 023B", "Leicester 023D", "Leicester 023G"], 3),
            City("Braunstone Frith (city)", ["Leicester 039B", "Leicester 039C", "Leicester 020A"], 2),
            new(
                "SS1-CHA-01",
                Guid.NewGuid(),
                "Cameras",
                Partnership.Get("CHA"),
                ["Charnwood 001E", "Charnwood 003F", "Charnwood 004C"],
                false,
                [
                    new(Anpr, "", "Fixed", 2),
                    new(Cctv, "", "Fully functional, PTZ cameras", 9),
                    new(Cctv, "", "Static, doorway camera (Fixed dome camera)", 1),
                ],
                []
            ),
        ];

    public static readonly IReadOnlyList<Withholding> WithoutAnpr =
    [
        new(Anpr, [Withholding.Model, Withholding.Description], "31", PublicInterest),
    ];

    public static IReadOnlyList<FoiAnswer> Answers000 => [Built(AnswerSource.Areas), Built(AnswerSource.Cameras)];

    public static FoiAnswer Built(AnswerSource source) => new AnswerFromData(Projects, WithoutAnpr).Of(source);

    public static FoiAnswer Words(string text) => new(text, true, []);

    /// <summary>A request that is logged at noon on the day it came in.</summary>
    public static FoiRequest Received(NewFoiRequest? typed = null) =>
        FoiRequest.Receive("FOI-2021-001", typed ?? Seed000, Given.Ann, Noon((typed ?? Seed000).ReceivedOn!.Value));

    public static DateTimeOffset Noon(DateOnly day) => London.At(day, new(12, 0));

    private static FoiProject City(string name, IReadOnlyList<string> areas, int anpr) =>
        new(
            "SS1-LEI-01",
            Guid.NewGuid(),
            name,
            Partnership.Get("LEI"),
            areas,
            true,
            [new(Anpr, "", "Fixed", anpr), new(Cctv, "WCCTV 4GIR Mini Dome +", "", 6)],
            []
        );
}
