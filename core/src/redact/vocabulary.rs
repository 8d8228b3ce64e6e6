//! The words that are public: those of the standards, of AWS, and of what identity providers put into every message.
//!
//! It deliberately holds no word that could be chosen by somebody for a person, a host or a role, but for those that are the default
//! of a product.

/// All of them, in lower case.
pub fn words() -> impl Iterator<Item = &'static str> {
    [STANDARDS, AWS, POLICIES, PROVIDERS, MISTAKES].into_iter().flat_map(str::split_ascii_whitespace)
}

/// XML, SAML 2.0, XML Signature, XML Encryption, SOAP: their URIs, identifiers and keywords.
const STANDARDS: &str = "
    http https www w3 org com net io urn oasis names tc saml saml1 saml2 samlp saml2p 0 1 2 00 01 02 03 04 05 06 07 08 09 10 11 17 1999 2000 2001
    2002 2003 2004 2005 2006 2007 2008 2009 2011 2012 200512 xml xmldsig xmldsig11 xmlenc xmlenc11 xmlns xmlschema instance xs xsd xsi string
    any uri boolean integer datetime anyuri base64binary encoding utf 8 16 version standalone yes no lang en doctype entity system public cdata
    element more rec exc c14n c14n11 withcomments enveloped transform
    sha1 sha224 sha256 sha384 sha512 rsa dsa ecdsa hmac mgf1 mgf1p oaep aes128 aes192 aes256 cbc gcm tripledes kw md5 ripemd160
    assertion assertions protocol metadata bindings post redirect artifact soap envelope body ws sx trust docs open
    nameid format unspecified emailaddress persistent transient kerberos entity encrypted windowsdomainqualifiedname x509subjectname
    attrname basic cm bearer holder of key sender vouches status success requester responder versionmismatch authnfailed
    invalidattrnameorvalue invalidnameidpolicy noauthncontext noavailableidp nopassive nosupportedidp partiallogout proxycountexceeded
    requestdenied requestunsupported requestversiondeprecated requestversiontoohigh requestversiontoolow resourcenotrecognized
    toomanyresponses unknownattrprofile unknownprincipal unsupportedbinding
    ac classes password passwordprotectedtransport timesynctoken mobiletwofactorcontract smartcard smartcardpki x509 tlsclient
    internetprotocol previoussession refeds profile mfa sfa consent obtained prior current implicit explicit unavailable inapplicable
    oid 2 3 4 5 6 7 42 840 113556 113549 1466 115 121 19200300 100 2342 5923 10 12 13 18
    xmlsoap schemas identity claims true false wctx wresult signin samlresponse relaystate
";

/// Names of attributes, services, hosts, partitions and regions of AWS.
const AWS: &str = "
    aws cn us gov eusc iso arn iam sts sso saml provider providers role roles user assumed amazon amazonaws amazonwebservices webservices
    signin govcloud console static connect appstream appstream2 workspaces workspace directory stack athena redshift docs home federate instance
    euc ccp clients registration code relay state desk ec2 awsapps start portal apps region idp platform login acs
    attributes rolesessionname sessionduration principaltag transitivetagkeys sourceidentity accesscontrol email userprincipalname objectsid
    clientusername domain costcenter department team project samlprincipaltag
    my v2 prod ws sliad slpdx wspdx wsiad wsdub wsldn wslhr wsfra wssyd wsnrt wsicn wssin wsbom wsyul wsgru wscpt wstlv wspdt wsosu north northeast northwest south southeast southwest east west central me sa ap eu ca af il mx de bj ks samlsp reserved awsreservedsso external
    account success sessiontoken awsaccesskeyid
";

/// The language of IAM policies and the outputs of the AWS CLI.
const POLICIES: &str = "
    version statement sid effect allow deny principal notprincipal action notaction resource notresource condition federated service
    stringequals stringnotequals stringlike stringnotlike stringequalsignorecase stringnotequalsignorecase arnlike arnequals arnnotlike arnnotequals
    bool null ifexists foranyvalue forallvalues ipaddress notipaddress dateless datelessthan dategreaterthan datelessthanequals
    dategreaterthanequals dateequals datenotequals numericequals numericnotequals numericlessthan numericlessthanequals numericgreaterthan
    numericgreaterthanequals binaryequals
    stringequalsifexists stringnotequalsifexists stringlikeifexists stringnotlikeifexists boolifexists arnlikeifexists
    assumerolewithsaml tagsession setsourceidentity assumerole aud iss sub namequalifier doc requestedregion requesttag tagkeys principaltype
    assumerolepolicydocument maxsessionduration arn path rolename roleid createdate rolelastused lastuseddate permissionsboundary
    samlprovider samlproviderlist samlmetadatadocument validuntil samlprovideruuid assertionencryptionmode privatekeylist
    getfederationtoken getfederationtokens stream usersummarylist username id
    eventname eventsource eventtime eventversion eventid errorcode errormessage requestparameters responseelements useridentity
    sessioncontext samlassertionid rolearn principalarn durationseconds awsregion accessdenied invalididentitytoken expiredtoken type
    samluser subject subjecttype issuer audience credentials accesskeyid expiration assumeduser
    organizations organization policy content policysummary awsmanaged
    managed connect active disabled enabled directory existing registered deregistered creation in progress failed stopped running available
    targetresource multifactorauthpresent multifactorauthage principalorgid principalorgpaths principalaccount sourceip sourceaccount
    sourcearn useragent viaawsservice currenttime epochtime securetransport sourcevpc sourcevpce calledvia referer tokenissuetime
    registrationcode userid userlist control service agent instance alias samlens profile required http event
    awsapicall awsserviceevent management is not authorized to perform on resource with an explicit because no identity based allows the error
    occurred when calling operation provided issuer invalid response signature present
";

/// Marks by which an identity provider is recognised, and values that its product sets.
const PROVIDERS: &str = "
    okta oktapreview exk adfs services microsoft windows microsoftonline chinacloudapi tenantid objectidentifier displayname identityprovider
    authnmethodsreferences authnclassreference givenname surname name groups group emailaddress commonname upn windowsaccountname
    primarysid primarygroupsid authentication mail sid onelogin keycloak realms auth auth0 duosecurity google accounts o shibboleth
    simplesamlphp module php idp pingone pingidentity pf ping jumpcloud authentik goauthentik application
    nickname created at updated picture clientid isrequestedfromclient isconnection provider connection samlp attributename
    uid cn sn member ismemberof memberof edupersonaffiliation edupersonprincipalname
";

/// Words that stand where a value was left as a product or a guide gives it: the copy must show the mistake.
const MISTAKES: &str = "
    offline access uma authorization default roles manage view account links
    role arn your yourrole yourprovider rolename providername samlprovidername accountid placeholder example replace todo insert
    null undefined none empty anonymous webservice amazn persistant rolesessioname rolename
";
