/* Verifies XML signatures with libxmlsec1, as `src/main.rs` does with bergshamra: the same lines in and out.
 *
 *   xmlsec1                          each line of the input is `certificate TAB document`; the answer has a word for
 *                                    each Signature, in document order: OK or FAIL; or the one word `unreadable`
 *   xmlsec1 CERTIFICATE FILE TIMES   nanoseconds for reading and verifying FILE, the median of so many times
 *
 * It deliberately uses no key of the document and no network.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <xmlsec/app.h>
#include <xmlsec/crypto.h>
#include <xmlsec/errors.h>
#include <xmlsec/parser.h>
#include <xmlsec/xmldsig.h>
#include <xmlsec/xmlsec.h>
#include <xmlsec/xmltree.h>

static const xmlChar *identifiers[] = {
    BAD_CAST "ID", BAD_CAST "Id", BAD_CAST "id", BAD_CAST "AssertionID", BAD_CAST "ResponseID", NULL,
};

static int holds(xmlNodePtr signature, xmlSecKeyPtr key) {
    xmlSecDSigCtxPtr context = xmlSecDSigCtxCreate(NULL);
    int valid;
    if (context == NULL) {
        return 0;
    }
    context->enabledReferenceUris = xmlSecTransformUriTypeEmpty | xmlSecTransformUriTypeSameDocument;
    context->signKey = xmlSecKeyDuplicate(key);
    valid = xmlSecDSigCtxVerify(context, signature) >= 0 && context->status == xmlSecDSigStatusSucceeded;
    xmlSecDSigCtxDestroy(context);
    return valid;
}

/* The node after this one in document order. */
static xmlNodePtr next(xmlNodePtr node) {
    if (node->type == XML_ELEMENT_NODE && node->children != NULL) {
        return node->children;
    }
    while (node != NULL && node->next == NULL) {
        node = node->parent;
        if (node != NULL && node->type == XML_DOCUMENT_NODE) {
            return NULL;
        }
    }
    return node == NULL ? NULL : node->next;
}

static int is_signature(xmlNodePtr node) {
    return node->type == XML_ELEMENT_NODE && xmlSecCheckNodeName(node, xmlSecNodeSignature, xmlSecDSigNs);
}

/* The number of signatures that hold; -1 where the text is no XML. */
static int verify(const xmlChar *text, xmlSecSize size, xmlSecKeyPtr key, FILE *out) {
    xmlDocPtr document = xmlSecParseMemory(text, size, 0);
    xmlNodePtr node;
    int held = 0;
    if (document == NULL) {
        return -1;
    }
    xmlSecAddIDs(document, xmlDocGetRootElement(document), identifiers);
    for (node = document->children; node != NULL; node = next(node)) {
        if (is_signature(node)) {
            int valid = holds(node, key);
            held += valid;
            if (out != NULL) {
                fputs(valid ? "OK " : "FAIL ", out);
            }
        }
    }
    xmlFreeDoc(document);
    return held;
}

static xmlChar *contents(const char *path, xmlSecSize *size) {
    FILE *file = fopen(path, "rb");
    xmlChar *text = NULL;
    long length;
    if (file == NULL) {
        return NULL;
    }
    fseek(file, 0, SEEK_END);
    length = ftell(file);
    rewind(file);
    text = malloc((size_t)length + 1);
    if (text != NULL && fread(text, 1, (size_t)length, file) == (size_t)length) {
        *size = (xmlSecSize)length;
    } else {
        free(text);
        text = NULL;
    }
    fclose(file);
    return text;
}

static int ascending(const void *one, const void *two) {
    long long a = *(const long long *)one, b = *(const long long *)two;
    return (a > b) - (a < b);
}

static int bench(const char *certificate, const char *path, int times) {
    xmlSecSize size = 0;
    xmlChar *text = contents(path, &size);
    xmlSecKeyPtr key = xmlSecCryptoAppKeyLoad(certificate, xmlSecKeyDataFormatCertPem, NULL, NULL, NULL);
    long long *taken = calloc((size_t)times, sizeof *taken);
    int i;
    if (text == NULL || key == NULL || taken == NULL || times < 1) {
        return 1;
    }
    for (i = 0; i < times; i++) {
        struct timespec before, after;
        clock_gettime(CLOCK_MONOTONIC, &before);
        if (verify(text, size, key, NULL) < 1) {
            return 1;
        }
        clock_gettime(CLOCK_MONOTONIC, &after);
        taken[i] = (after.tv_sec - before.tv_sec) * 1000000000LL + (after.tv_nsec - before.tv_nsec);
    }
    qsort(taken, (size_t)times, sizeof *taken, ascending);
    printf("%lld\n", taken[times / 2]);
    return 0;
}

static void quiet(const char *file, int line, const char *func, const char *object, const char *subject, int reason,
                  const char *message) {
    (void)file, (void)line, (void)func, (void)object, (void)subject, (void)reason, (void)message;
}

static void silent(void *context, const char *message, ...) {
    (void)context, (void)message;
}

int main(int count, char **arguments) {
    char line[4096], loaded[4096] = "";
    xmlSecKeyPtr key = NULL;
    xmlInitParser();
    if (xmlSecInit() < 0 || xmlSecCryptoAppInit(NULL) < 0 || xmlSecCryptoInit() < 0) {
        return 1;
    }
    xmlSecErrorsSetCallback(quiet);
    xmlSetGenericErrorFunc(NULL, silent);
    if (count == 4) {
        return bench(arguments[1], arguments[2], atoi(arguments[3]));
    }
    while (fgets(line, sizeof line, stdin) != NULL) {
        char *certificate = strtok(line, "\t"), *path = strtok(NULL, "\n");
        xmlSecSize size = 0;
        xmlChar *text = path == NULL ? NULL : contents(path, &size);
        if (text == NULL) {
            return 1;
        }
        if (strcmp(loaded, certificate) != 0) {
            strcpy(loaded, certificate);
            key = xmlSecCryptoAppKeyLoad(certificate, xmlSecKeyDataFormatCertPem, NULL, NULL, NULL);
            if (key == NULL) {
                return 1;
            }
        }
        if (verify(text, size, key, stdout) < 0) {
            fputs("unreadable", stdout);
        }
        fputs("\n", stdout);
        free(text);
    }
    return 0;
}
