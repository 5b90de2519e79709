using Microsoft.AspNetCore.Authorization;
using Platform.Contracts;
using Platform.GovUk;
using Platform.ServiceDefaults.Callers;
using Platform.ServiceDefaults.Hosting;

namespace Platform.Gateway;

/// <summary>The only public door: accounts, sessions, and forwarding to the services.</summary>
public sealed class GatewayService : IPlatformService
{
    /// <inheritdoc/>
    public static string Name => ServiceNames.Gateway;

    /// <inheritdoc/>
    public static void Configure(ServiceBuilder service)
    {
        service
            .Database<AccountsContext>()
            .Acts(typeof(Acts))
            .Operation<Links>()
            .Operation<MakeAccount>()
            .Operation<InviteUser>()
            .Operation<InviteAgain>()
            .Operation<ChoosePassword>()
            .Operation<ForgetPassword>()
            .Operation<ChangePassword>()
            .Operation<ChangeOwnDetails>()
            .Operation<ChangeUser>()
            .Operation<ConfirmChange>()
            .Operation<DisableUser>()
            .Operation<EnableUser>()
            .Operation<UnlockUser>()
            .Operation<ForgetSecondFactors>()
            .Operation<ManageTeam>()
            .Operation<RegisterClient>()
            .Operation<RevokeClient>()
            .Operation<CheckPassword>()
            .Operation<ConfirmPerson>()
            .Operation<SignInNotes>()
            .Operation<SignInAttempts>()
            .Operation<KnownDevices>()
            .Operation<SecondFactors>()
            .Operation<Halfway>()
            .Operation<Passkeys>()
            .Operation<OfficeSignIn>()
            .Operation<BeginSession>()
            .Operation<SignInBrowser>()
            .Operation<EndSession>()
            .Operation<EndSessions>()
            .Reader<OpenSessions>()
            .Reader<CallingClient>()
            .Job<DeleteOldSessions>()
            .Job<EndDeputies>()
            .Job<LapseAccounts>()
            .Job<ForgetAccounts>()
            .Holds<HeldAccounts>()
            .Operation<AnswerSubject>()
            .Command(MakeAdministrator.Name, MakeAdministrator.RunAsync);
        // Now, so that a program without the key does not start.
        SealedCode.Seal(service.Configuration.Required("Links:PublicKey"), "code");
        service.Services.AddSingleton<ReviewSettings>();
        service.Services.AddSingleton<ServiceAddresses>();
        service.Services.AddMemoryCache();
        service.Services.AddProblemDetails();
        service.Services.AddOpenApi(o => ApiDescription.Describe(o, Name));
        service.Services.AddSingleton<ReadersDocument>();
        service.Services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        service.AddCookieKeys();
        service.Web.AddSessions();
        service.Web.AddOfficeSignIn();
        service.Web.AddSignInLimit();
        service.Web.AddCallerKeys();
        service.Web.AddServiceForwarding();
        service.Web.WebHost.ConfigureKestrel(o => o.AddServerHeader = false);
        Doors.AddPages(service.Services);
    }

    /// <inheritdoc/>
    public static void Map(WebApplication app)
    {
        app.UseKnownProxies();
        app.UseMiddleware<Arrival>();
        app.UseMiddleware<CarryDoneBanner>();
        app.UseMiddleware<HeadAsGet>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<StockPages>();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandler = _ => Task.CompletedTask,
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = context => StatusOf(context.Exception) < StatusCodes.Status500InternalServerError,
            }
        );
        app.UseMiddleware<AsciiHeaders>();
        app.UseMiddleware<SameOrigin>();
        app.UseMiddleware<LargestRequest>();
        app.UseRouting();
        app.UseMiddleware<NotFoundFirst>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseMiddleware<CurrentSession>();
        app.UseMiddleware<KeepAnswers>();
        app.UseAuthorization();
        app.UseMiddleware<NoNulInJson>();
        app.UseMiddleware<KnownParametersOnly>();

        app.MapGovUkAssets();
        app.MapRazorPages();
        app.MapTokensApi();
        app.MapSessionsApi();
        app.MapTimeLeft();
        app.MapPasskeys();
        app.MapOfficeSignIn();
        app.MapUsersApi();
        app.MapApiReference();
        app.MapCallerKeys();
        app.MapSecurityTxt();
        app.MapReverseProxy();
    }

    // A form that cannot be read, or has too many fields: nothing else of that kind is read here.
    private static int StatusOf(Exception e) =>
        e is InvalidDataException ? StatusCodes.Status400BadRequest : ReadableRequestsOnly.StatusOf(e);
}
